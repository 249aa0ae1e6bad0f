//! From the text typed to the few ways in which it can be read.

use super::fold::{Syllable, syllables, words_typed};
use super::slips;
use super::vocabulary::Vocabulary;
use super::words::{Match, Noise, Words};

/// At most so many syllables of a query are read; the rest of a pasted page says little more.
pub const SYLLABLES_MAX: usize = 24;
/// At most so many characters of a query are looked at.
const CHARACTERS_MAX: usize = 300;
/// At most so many meanings of one everyday phrase are tried.
const MEANINGS_MAX: usize = 3;
/// Of several everyday phrases in one query, so many are also read alone.
const ALONE_MAX: usize = 2;
/// How likely the bare words are meant when an everyday phrase was read in them.
const LITERAL_WEIGHT: f64 = 0.9;
/// What noise still counts for: enough to prefer the name that has the very words.
const NOISE_WEIGHT: f64 = 0.08;
/// What the words beside an everyday phrase count for: they narrow it, they do not name it.
const BESIDE_WEIGHT: f64 = 0.6;
/// Two syllables that stand together in so many names are a word.
const WORD_FROM: u32 = 12;
/// How likely a query is meant with a syllable changed.
const LIKELIER_WEIGHT: f64 = 0.95;

/// A query, read.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The digits of a code or of a part of it, if one was typed.
    pub code_digits: Option<String>,
    /// The readings, likeliest first; empty if nothing was typed but a code or punctuation.
    pub readings: Vec<Reading>,
    /// The text as repaired, if slips were found.
    pub read_as: Option<String>,
}

/// One way to read the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The syllables to look for, in order.
    pub terms: Vec<Term>,
    /// How likely this reading is, 1 for the first.
    pub weight: f64,
    /// What was said and what the law calls it, if everyday words were read.
    pub meaning: Option<(String, String)>,
}

/// A syllable to look for.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// The syllable.
    pub syllable: Syllable,
    /// How much finding it counts: its rarity times its share in the meaning.
    pub weight: f64,
    /// What it does in the reading.
    pub role: Role,
}

/// What a syllable does in a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It names the procedure.
    Named,
    /// It stands beside the everyday phrase that names the procedure, and narrows it.
    Beside,
    /// It only fills.
    Noise,
}

/// Reads a query. Any text is allowed; the work is bounded whatever its length.
#[must_use]
pub fn plan(text: &str, words: &Words, vocabulary: &Vocabulary) -> Plan {
    let text: String = text.chars().take(CHARACTERS_MAX).collect();
    let (code_digits, rest) = take_code(&text);
    let mut typed = words_typed(&rest);
    typed.truncate(SYLLABLES_MAX);
    let (typed, was_repaired) = repair(words.usual(typed), words, vocabulary);
    let repaired = Query::new(typed, words, vocabulary);
    let mut readings = repaired.readings(words, 1.0);
    let mut read_as = was_repaired.then(|| repaired.text());
    if let Some(likelier) = likelier(&repaired, words) {
        readings.extend(likelier.readings(words, LIKELIER_WEIGHT));
        read_as = Some(likelier.text());
    }
    Plan {
        code_digits,
        readings,
        read_as,
    }
}

/// The query with a syllable changed that never stands beside its neighbour but is a slip or a sound away from
/// one that does: "hộ chíu" may be "hộ chiếu", "thường chú" may be "thường trú". `None` if no such change is
/// found, or if everyday words were understood already.
fn likelier<'v>(query: &Query<'v>, words: &Words) -> Option<Query<'v>> {
    if !words.matches(&query.syllables(), &query.noise).is_empty() {
        return None;
    }
    let folded: Vec<&str> = query
        .typed
        .iter()
        .map(|(syllable, _)| syllable.folded.as_str())
        .collect();
    let pairs = |at: usize| match folded.get(at..at + 2) {
        Some([a, b]) => query.vocabulary.pair_count(a, b) > 0,
        _ => false,
    };
    for (at, pair) in folded.windows(2).enumerate() {
        let is_noise = |at: usize| query.noise.get(at) != Some(&Noise::None);
        let [first, second] = pair else { continue };
        if pairs(at) || is_noise(at) || is_noise(at + 1) {
            continue;
        }
        let first_is_placed = at > 0 && pairs(at - 1);
        let after = (!pairs(at + 1))
            .then(|| query.vocabulary.likelier_after(first, second))
            .flatten();
        let before = (!first_is_placed)
            .then(|| query.vocabulary.likelier_before(first, second))
            .flatten();
        let (place, other) = match (after, before) {
            (Some(after), _) => (at + 1, after),
            (None, Some(before)) => (at, before),
            (None, None) => continue,
        };
        let mut typed = query.typed.clone();
        if let (Some(slot), Some(word)) = (typed.get_mut(place), words_typed(other).into_iter().next()) {
            *slot = word;
        }
        return Some(Query::new(typed, words, query.vocabulary));
    }
    None
}

/// Takes a code such as `1.001193`, `1001193` or a part of at least four digits out of the text.
fn take_code(text: &str) -> (Option<String>, String) {
    let mut code = None;
    let mut rest = Vec::new();
    for part in text.split_whitespace() {
        let part = part.trim_matches(|c: char| !c.is_alphanumeric());
        let looks_like_code = part
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'));
        let digits: String = part.chars().filter(char::is_ascii_digit).collect();
        if code.is_none() && looks_like_code && (4..=9).contains(&digits.len()) {
            code = Some(digits);
        } else {
            rest.push(part);
        }
    }
    (code, rest.join(" "))
}

/// Repairs slips: every syllable that nobody knows is read as Telex, as VNI, as two syllables glued
/// together, as the beginning of one, or as the nearest one. Tells whether any was.
fn repair(
    typed: Vec<(Syllable, String)>,
    words: &Words,
    vocabulary: &Vocabulary,
) -> (Vec<(Syllable, String)>, bool) {
    let knows = |term: &str| vocabulary.knows(term) || words.knows(term);
    let mut out = Vec::new();
    let mut was_repaired = false;
    let last = typed.len().saturating_sub(1);
    for (at, (syllable, shown)) in typed.into_iter().enumerate() {
        let is_number = syllable.folded.chars().all(|c| c.is_ascii_digit());
        if is_number || knows(&syllable.folded) {
            out.push((syllable, shown));
            continue;
        }
        let repaired = decode(&syllable, knows)
            .or_else(|| unglue(&syllable.folded, knows))
            .or_else(|| {
                (at == last)
                    .then(|| vocabulary.completion(&syllable.folded))
                    .flatten()
                    .map(str::to_owned)
            })
            .or_else(|| {
                let long = syllable.folded.chars().count() >= 4;
                long.then(|| vocabulary.nearest(&syllable.folded))
                    .flatten()
                    .map(str::to_owned)
            });
        was_repaired |= repaired.is_some();
        out.extend(words_typed(&repaired.unwrap_or(shown)));
    }
    (out, was_repaired)
}

/// The syllable as Telex or VNI, if that gives a known one. Marks that did arrive are kept apart: such
/// a syllable was not typed with the input method off.
fn decode(syllable: &Syllable, knows: impl Fn(&str) -> bool) -> Option<String> {
    let readable = |text: &String| syllables(text).first().is_some_and(|s| knows(&s.folded));
    slips::telex(&syllable.folded)
        .filter(readable)
        .or_else(|| slips::vni(&syllable.folded).filter(readable))
}

/// Two known syllables written without the space, "khaisinh"; the halves have at least two letters.
fn unglue(folded: &str, knows: impl Fn(&str) -> bool) -> Option<String> {
    folded
        .char_indices()
        .map(|(at, _)| folded.split_at(at))
        .find_map(|(left, right)| {
            let halves = left.chars().count() >= 2 && right.chars().count() >= 2;
            (halves && knows(left) && knows(right)).then(|| format!("{left} {right}"))
        })
}

/// The query as repaired, and what is known of each of its syllables.
struct Query<'v> {
    typed: Vec<(Syllable, String)>,
    noise: Vec<Noise>,
    vocabulary: &'v Vocabulary,
}

impl<'v> Query<'v> {
    fn new(typed: Vec<(Syllable, String)>, words: &Words, vocabulary: &'v Vocabulary) -> Self {
        let syllables: Vec<Syllable> = typed.iter().map(|(syllable, _)| syllable.clone()).collect();
        Self {
            noise: words.noise(&syllables),
            typed,
            vocabulary,
        }
    }

    fn syllables(&self) -> Vec<Syllable> {
        self.typed.iter().map(|(syllable, _)| syllable.clone()).collect()
    }

    fn text(&self) -> String {
        self.typed
            .iter()
            .map(|(_, shown)| shown.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// The readings, likeliest first: everyday phrases in all their meanings, then each phrase on its
    /// own (in "photo công chứng căn cước" only the first names the procedure), then the words as typed.
    fn readings(&self, words: &Words, weight: f64) -> Vec<Reading> {
        let matches = words.matches(&self.syllables(), &self.noise);
        let together: Vec<&Match<'_>> = matches.iter().collect();
        let meanings = matches
            .iter()
            .map(|m| m.law.len())
            .max()
            .unwrap_or(0)
            .min(MEANINGS_MAX);
        let mut readings: Vec<Reading> = (0..meanings).map(|nth| self.read(&together, nth)).collect();
        if matches.len() > 1 {
            readings.extend(
                together
                    .chunks(1)
                    .take(ALONE_MAX)
                    .map(|alone| self.read(alone, 0)),
            );
        }
        if !self.typed.is_empty() {
            readings.push(self.literal(if matches.is_empty() { 1.0 } else { LITERAL_WEIGHT }));
        }
        for reading in &mut readings {
            reading.weight *= weight;
        }
        readings
    }

    /// The term at a place of the query: noise if it is noise or a bare number, else in the role given.
    fn term(&self, at: usize, role: Role) -> Option<Term> {
        let (syllable, _) = self.typed.get(at)?.clone();
        let is_number = syllable.folded.chars().all(|c| c.is_ascii_digit());
        let is_noise = self.noise.get(at) != Some(&Noise::None) && !self.is_half_a_word(at);
        let role = if is_number || is_noise { Role::Noise } else { role };
        let share = match role {
            Role::Named => 1.0,
            Role::Beside => BESIDE_WEIGHT,
            Role::Noise => NOISE_WEIGHT,
        };
        Some(Term {
            weight: share * self.vocabulary.rarity(&syllable.folded),
            syllable,
            role,
        })
    }

    /// Whether an unmarked syllable, which might be noise, is usual beside its neighbour: the "lam" of "lam
    /// nghiep" is no "làm".
    fn is_half_a_word(&self, at: usize) -> bool {
        let folded = |at: usize| self.typed.get(at).map(|(syllable, _)| syllable.folded.as_str());
        let pairs = |a: Option<usize>, b: Option<usize>| match (a.and_then(folded), b.and_then(folded)) {
            (Some(a), Some(b)) => self.vocabulary.pair_count(a, b) >= WORD_FROM,
            _ => false,
        };
        let is_marked = self
            .typed
            .get(at)
            .is_some_and(|(syllable, _)| syllable.is_marked());
        !is_marked && (pairs(Some(at), Some(at + 1)) || pairs(at.checked_sub(1), Some(at)))
    }

    /// The words as typed. If all of them are noise, they are all there is.
    fn literal(&self, weight: f64) -> Reading {
        let mut terms: Vec<Term> = (0..self.typed.len())
            .filter_map(|at| self.term(at, Role::Named))
            .collect();
        if terms.iter().all(|term| term.role == Role::Noise) {
            for term in &mut terms {
                term.role = Role::Named;
            }
        }
        Reading {
            terms,
            weight,
            meaning: None,
        }
    }

    /// The words with each everyday phrase replaced by its `nth` meaning, or its last if it has fewer.
    fn read(&self, matches: &[&Match<'_>], nth: usize) -> Reading {
        let mut terms = Vec::new();
        let mut laws = Vec::new();
        let mut said = Vec::new();
        for (at, (_, shown)) in self.typed.iter().enumerate() {
            let Some(found) = matches.iter().find(|m| m.at.contains(&at)) else {
                terms.extend(self.term(at, Role::Beside));
                continue;
            };
            said.push(shown.as_str());
            if found.at.first() == Some(&at)
                && let Some(law) = found.law.get(nth).or(found.law.last())
            {
                laws.push(law.as_str());
                terms.extend(syllables(law).into_iter().map(|syllable| Term {
                    weight: self.vocabulary.rarity(&syllable.folded),
                    syllable,
                    role: Role::Named,
                }));
            }
        }
        let steps = u32::try_from(nth).map_or(0.0, f64::from);
        Reading {
            terms,
            weight: 1.0 - 0.04 * steps,
            meaning: Some((said.join(" "), laws.join(", "))),
        }
    }
}
