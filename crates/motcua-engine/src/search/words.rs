//! Everyday words and abbreviations, and what the law calls them; read from data that a city edits.

use super::fold::{Syllable, syllables, words_typed};
use serde::Deserialize;
use std::collections::{HashMap, HashSet};

/// Phrases of so many syllables are recognised in any order.
const ANY_ORDER_FROM: usize = 3;

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
    /// Says as little, but parts what stands before it from what stands behind: "buôn bán *tại* nhà".
    Preposition,
    /// Is another way to say or to write the same: "thất lạc" is "mất", "đki" is "đăng ký".
    Same(String),
    /// What the law calls it, likeliest first.
    Law(Vec<String>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordsFile {
    #[serde(default)]
    noise: Vec<String>,
    #[serde(default)]
    prepositions: Vec<String>,
    #[serde(default)]
    same: std::collections::BTreeMap<String, String>,
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

/// Whether a syllable of a query says anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Noise {
    /// It does.
    None,
    /// It fills; a phrase may reach across it.
    Filler,
    /// It fills, and parts phrases.
    Preposition,
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
    /// Reads the words from TOML: `noise = [phrase…]`, `prepositions = [phrase…]`, `[same] said = "usual"`,
    /// `[abbreviations] short = "full"`, and `[[word]] say = [phrase…]  law = [phrase…]`.
    ///
    /// # Errors
    ///
    /// [`WordsError`] if it is not such a file.
    pub fn parse(toml: &str) -> Result<Self, WordsError> {
        let file: WordsFile =
            toml::from_str(toml).map_err(|error| WordsError::Malformed(error.to_string()))?;
        let mut words = Self::default();
        for (said, usual) in file.same {
            words.add(&said, Sense::Same(usual))?;
        }
        words.longest_first();
        for phrase in &file.noise {
            words.add(phrase, Sense::Noise)?;
        }
        for phrase in &file.prepositions {
            words.add(phrase, Sense::Preposition)?;
        }
        for (short, full) in file.abbreviations {
            words.add(&short, Sense::Law(vec![full]))?;
        }
        for entry in file.word {
            if entry.law.iter().all(|law| syllables(law).is_empty()) {
                return Err(WordsError::Empty {
                    entry: entry.say.concat(),
                });
            }
            for phrase in &entry.say {
                words.add(phrase, Sense::Law(entry.law.clone()))?;
            }
        }
        words.longest_first();
        Ok(words)
    }

    fn longest_first(&mut self) {
        for starts in self.by_first.values_mut() {
            starts.sort_by_key(|at| std::cmp::Reverse(self.phrases.get(*at).map(|p| p.syllables.len())));
        }
    }

    fn add(&mut self, phrase: &str, sense: Sense) -> Result<(), WordsError> {
        let mut typed = words_typed(phrase);
        self.known
            .extend(typed.iter().map(|(syllable, _)| syllable.folded.clone()));
        if !matches!(sense, Sense::Same(_)) {
            // Queries are read in the usual words before phrases are looked for, so phrases are kept in them.
            typed = self.usual(typed);
        }
        let syllables: Vec<Syllable> = typed.into_iter().map(|(syllable, _)| syllable).collect();
        if syllables.is_empty() {
            return Err(WordsError::Empty {
                entry: phrase.to_owned(),
            });
        }
        self.known
            .extend(syllables.iter().map(|syllable| syllable.folded.clone()));
        if let Sense::Law(law) = &sense {
            let law = law
                .iter()
                .flat_map(|text| words_typed(text))
                .map(|(syllable, _)| syllable);
            self.known.extend(law.map(|syllable| syllable.folded));
        }
        let any_order = syllables.len() >= ANY_ORDER_FROM;
        let starts: HashSet<&String> = syllables
            .iter()
            .take(if any_order { syllables.len() } else { 1 })
            .map(|syllable| &syllable.folded)
            .collect();
        for start in starts {
            self.by_first
                .entry(start.clone())
                .or_default()
                .push(self.phrases.len());
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

    /// What each syllable of the query is worth on its own.
    pub(super) fn noise(&self, query: &[Syllable]) -> Vec<Noise> {
        let mut noise = vec![Noise::None; query.len()];
        for start in 0..query.len() {
            let found = self.starting_at(query, start).find_map(|phrase| {
                let kind = match phrase.sense {
                    Sense::Noise => Noise::Filler,
                    Sense::Preposition => Noise::Preposition,
                    _ => return None,
                };
                Some((kind, phrase.fit(query, start, &[])?))
            });
            for (kind, place) in found
                .into_iter()
                .flat_map(|(kind, at)| at.into_iter().map(move |p| (kind, p)))
            {
                if let Some(held) = noise.get_mut(place) {
                    *held = kind;
                }
            }
        }
        noise
    }

    /// The query in the usual words: "thất lạc" is "mất".
    pub(super) fn usual(&self, typed: Vec<(Syllable, String)>) -> Vec<(Syllable, String)> {
        let query: Vec<Syllable> = typed.iter().map(|(syllable, _)| syllable.clone()).collect();
        let mut out = Vec::new();
        let mut skip = 0;
        for (at, word) in typed.into_iter().enumerate() {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            let same = self
                .starting_at(&query, at)
                .find_map(|phrase| match &phrase.sense {
                    Sense::Same(usual) => Some((phrase.fit(&query, at, &[])?.len(), usual)),
                    _ => None,
                });
            match same {
                Some((length, usual)) => {
                    out.extend(words_typed(usual));
                    skip = length - 1;
                }
                None => out.push(word),
            }
        }
        out
    }

    /// The everyday phrases in the query, longest first at each place, none overlapping another.
    pub(super) fn matches(&self, query: &[Syllable], noise: &[Noise]) -> Vec<Match<'_>> {
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
    /// stand: "con *của em* mới sinh". Three syllables or more may change places, since "hết hạn visa"
    /// is "visa hết hạn". One liberty more is allowed: a stranger inside, or, in three syllables or
    /// more, one with other marks than those typed.
    fn fit(&self, query: &[Syllable], start: usize, noise: &[Noise]) -> Option<Vec<usize>> {
        let is_long = self.syllables.len() >= ANY_ORDER_FROM;
        let mut wanted: Vec<&Syllable> = self.syllables.iter().collect();
        let mut places = Vec::with_capacity(wanted.len());
        let mut may_stray = !noise.is_empty();
        for (at, typed) in query.iter().enumerate().skip(start) {
            let reach = if is_long { wanted.len() } else { 1 };
            let strays = |w: &Syllable| !w.admits(typed);
            let same = |w: &&Syllable| w.folded == typed.folded && (is_long && may_stray || !strays(w));
            if let Some(taken) = wanted.iter().take(reach).position(same) {
                may_stray &= !strays(wanted.remove(taken));
                places.push(at);
                if wanted.is_empty() {
                    return Some(places);
                }
            } else if places.is_empty() {
                return None;
            } else if noise.get(at) != Some(&Noise::Filler) {
                if !may_stray || noise.get(at) == Some(&Noise::Preposition) {
                    return None;
                }
                may_stray = false;
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
