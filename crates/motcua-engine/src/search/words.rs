//! Everyday words and abbreviations, and what the law calls them; read from data that a city edits.

use super::fold::{Syllable, syllables};
use serde::Deserialize;
use std::collections::{HashMap, HashSet};

/// Phrases of so many syllables are recognised in any order.
const ANY_ORDER_FROM: usize = 3;
/// So many syllables that are no noise may stand inside a phrase.
const STRANGERS_MAX: usize = 1;

/// The words of a city's `search/words.toml`, ready to match.
#[derive(Debug, Clone, Default)]
pub struct Words {
    phrases: Vec<Phrase>,
    /// The phrases that can begin with a syllable, longest first.
    by_first: HashMap<String, Vec<usize>>,
    known: HashSet<String>,
}

/// The file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum WordsError {
    /// It is no TOML, or not of this shape; the message names the place.
    #[error("the file of everyday words cannot be read: {0}")]
    Malformed(String),
    /// A phrase without a letter or digit, or an entry without the law's words.
    #[error("entry {entry} of the everyday words is empty")]
    Empty {
        /// The first phrase of the entry, or its number.
        entry: String,
    },
}

#[derive(Debug, Clone)]
struct Phrase {
    syllables: Vec<Syllable>,
    sense: Sense,
}

#[derive(Debug, Clone)]
enum Sense {
    /// Says nothing about the procedure: "tôi muốn", "ở đâu".
    Noise,
    /// What the law calls it, likeliest first.
    Law(Vec<String>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordsFile {
    #[serde(default)]
    noise: Vec<String>,
    #[serde(default)]
    abbreviations: std::collections::BTreeMap<String, String>,
    #[serde(default)]
    word: Vec<WordEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordEntry {
    say: Vec<String>,
    law: Vec<String>,
}

/// A phrase found in a query.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Match<'w> {
    /// The positions of the query's syllables that make up the phrase, ascending.
    pub(super) at: Vec<usize>,
    /// The law's words, likeliest first; empty for noise.
    pub(super) law: &'w [String],
}

impl Words {
    /// Reads the words from TOML: `noise = [phrase…]`, `[abbreviations] short = "full"`,
    /// and `[[word]] say = [phrase…]  law = [phrase…]`.
    ///
    /// # Errors
    ///
    /// [`WordsError`] if it is not such a file.
    pub fn parse(toml: &str) -> Result<Self, WordsError> {
        let file: WordsFile =
            toml::from_str(toml).map_err(|error| WordsError::Malformed(error.to_string()))?;
        let mut words = Self::default();
        for phrase in &file.noise {
            words.add(phrase, Sense::Noise)?;
        }
        for (short, full) in file.abbreviations {
            words.add(&short, Sense::Law(vec![full]))?;
        }
        for entry in file.word {
            if entry.law.iter().all(|law| syllables(law).is_empty()) {
                return Err(WordsError::Empty { entry: entry.say.concat() });
            }
            for phrase in &entry.say {
                words.add(phrase, Sense::Law(entry.law.clone()))?;
            }
        }
        for starts in words.by_first.values_mut() {
            starts.sort_by_key(|at| std::cmp::Reverse(words.phrases.get(*at).map(|p| p.syllables.len())));
        }
        Ok(words)
    }

    fn add(&mut self, phrase: &str, sense: Sense) -> Result<(), WordsError> {
        let syllables = syllables(phrase);
        if syllables.is_empty() {
            return Err(WordsError::Empty { entry: phrase.to_owned() });
        }
        self.known.extend(syllables.iter().map(|syllable| syllable.folded.clone()));
        if let Sense::Law(law) = &sense {
            let law = law.iter().flat_map(|text| super::fold::syllables(text));
            self.known.extend(law.map(|syllable| syllable.folded));
        }
        let any_order = syllables.len() >= ANY_ORDER_FROM;
        let starts: HashSet<&String> = syllables
            .iter()
            .take(if any_order { syllables.len() } else { 1 })
            .map(|syllable| &syllable.folded)
            .collect();
        for start in starts {
            self.by_first.entry(start.clone()).or_default().push(self.phrases.len());
        }
        self.phrases.push(Phrase { syllables, sense });
        Ok(())
    }

    /// How many phrases are known, noise included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.phrases.len()
    }

    /// Whether no phrase is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.phrases.is_empty()
    }

    /// Whether the folded syllable stands in a phrase or in the law's words: then it is no slip.
    pub(super) fn knows(&self, term: &str) -> bool {
        self.known.contains(term)
    }

    /// The positions of the query's syllables that are noise.
    pub(super) fn noise(&self, query: &[Syllable]) -> Vec<bool> {
        let mut noise = vec![false; query.len()];
        for start in 0..query.len() {
            for phrase in self.starting_at(query, start).filter(|p| matches!(p.sense, Sense::Noise)) {
                if let Some(at) = phrase.fit(query, start, &[]) {
                    for place in at {
                        if let Some(flag) = noise.get_mut(place) {
                            *flag = true;
                        }
                    }
                    break;
                }
            }
        }
        noise
    }

    /// The everyday phrases in the query, longest first at each place, none overlapping another.
    pub(super) fn matches(&self, query: &[Syllable], noise: &[bool]) -> Vec<Match<'_>> {
        let mut found = Vec::new();
        for start in 0..query.len() {
            for phrase in self.starting_at(query, start) {
                if let (Sense::Law(law), Some(at)) = (&phrase.sense, phrase.fit(query, start, noise)) {
                    found.push(Match { at, law });
                }
            }
        }
        found.sort_by_key(|m| std::cmp::Reverse(m.at.len()));
        let mut taken = vec![false; query.len()];
        found.retain(|m| {
            let free = m.at.iter().all(|at| taken.get(*at) == Some(&false));
            if free {
                for at in &m.at {
                    if let Some(flag) = taken.get_mut(*at) {
                        *flag = true;
                    }
                }
            }
            free
        });
        found.sort_by_key(|m| m.at.first().copied());
        found
    }

    fn starting_at(&self, query: &[Syllable], start: usize) -> impl Iterator<Item = &Phrase> {
        query
            .get(start)
            .and_then(|first| self.by_first.get(&first.folded))
            .into_iter()
            .flatten()
            .filter_map(|at| self.phrases.get(*at))
    }
}

impl Phrase {
    /// The places where the phrase stands in the query from `start` on. Between its syllables any noise may
    /// stand, and one other syllable in all: "con *gái em* mới sinh". Three syllables or more may
    /// change places, since "hết hạn visa" is "visa hết hạn"; a lone one must have the marks typed.
    fn fit(&self, query: &[Syllable], start: usize, noise: &[bool]) -> Option<Vec<usize>> {
        let alone = self.syllables.len() == 1;
        let any_order = self.syllables.len() >= ANY_ORDER_FROM;
        let mut wanted: Vec<&Syllable> = self.syllables.iter().collect();
        let mut places = Vec::with_capacity(wanted.len());
        let mut strangers_left = if noise.is_empty() { 0 } else { STRANGERS_MAX };
        for (at, typed) in query.iter().enumerate().skip(start) {
            let reach = if any_order { wanted.len() } else { 1 };
            let taken = wanted
                .iter()
                .take(reach)
                .position(|w| if alone { w.admits(typed) } else { w.folded == typed.folded });
            if let Some(taken) = taken {
                wanted.remove(taken);
                places.push(at);
                if wanted.is_empty() {
                    return Some(places);
                }
            } else if places.is_empty() {
                return None;
            } else if noise.get(at) != Some(&true) {
                if strangers_left == 0 {
                    return None;
                }
                strangers_left -= 1;
            }
        }
        None
    }
}

impl Syllable {
    /// Whether what was typed can mean this: marks that were typed were meant.
    pub(super) fn admits(&self, typed: &Self) -> bool {
        self.folded == typed.folded && (!typed.is_marked() || typed.toned == self.toned)
    }
}
