//! From the text typed to the few ways in which it can be read.

use super::fold::{Syllable, fold, syllables};
use super::slips;
use super::vocabulary::Vocabulary;
use super::words::{Match, Words};

/// At most so many syllables of a query are read; the rest of a pasted page says little more.
pub const SYLLABLES_MAX: usize = 24;
/// At most so many characters of a query are looked at.
const CHARACTERS_MAX: usize = 300;
/// At most so many readings are tried.
const READINGS_MAX: usize = 4;
/// What noise still counts for: enough to prefer the name that has the very words.
const NOISE_WEIGHT: f64 = 0.08;
/// What the words beside an everyday phrase count for: they narrow it, they do not name it.
const BESIDE_WEIGHT: f64 = 0.6;
/// What a guessed syllable counts for.
const GUESS_WEIGHT: f64 = 0.7;

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
    /// Whether it only fills: too weak to fetch candidates by.
    pub is_noise: bool,
}

/// Reads a query. Any text is allowed; the work is bounded whatever its length.
#[must_use]
pub fn plan(text: &str, words: &Words, vocabulary: &Vocabulary) -> Plan {
    let text: String = text.chars().take(CHARACTERS_MAX).collect();
    let (code_digits, rest) = take_code(&text);
    let mut typed = syllables(&rest);
    typed.truncate(SYLLABLES_MAX);
    let (typed, guessed) = repair(typed, words, vocabulary);
    let read_as = guessed.contains(&true).then(|| said(&typed));
    let query: Vec<Syllable> = typed.into_iter().map(|(syllable, _)| syllable).collect();
    let noise = words.noise(&query);
    let matches = words.matches(&query, &noise);
    let context = Context { query: &query, noise: &noise, guessed: &guessed, vocabulary };
    let mut readings = Vec::new();
    let alternatives = matches.iter().map(|m| m.law.len()).max().unwrap_or(0).min(READINGS_MAX - 1);
    for nth in 0..alternatives {
        readings.push(context.read(&matches, nth));
    }
    if !query.is_empty() {
        readings.push(context.literal(if matches.is_empty() { 1.0 } else { 0.9 }));
    }
    Plan { code_digits, readings, read_as }
}

/// Takes a code such as `1.001193`, `1001193` or a part of at least four digits out of the text.
fn take_code(text: &str) -> (Option<String>, String) {
    let mut code = None;
    let mut rest = Vec::new();
    for part in text.split_whitespace() {
        let part = part.trim_matches(|c: char| !c.is_alphanumeric());
        let looks_like_code = part.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'));
        let digits: String = part.chars().filter(char::is_ascii_digit).collect();
        if code.is_none() && looks_like_code && (4..=9).contains(&digits.len()) {
            code = Some(digits);
        } else {
            rest.push(part);
        }
    }
    (code, rest.join(" "))
}

/// The text of syllables as people write it.
fn said(typed: &[(Syllable, String)]) -> String {
    typed.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Repairs slips: every syllable that nobody knows is read as Telex, as VNI, as two syllables glued
/// together, as the beginning of one, or as the nearest one. Tells which were repaired.
fn repair(
    typed: Vec<Syllable>,
    words: &Words,
    vocabulary: &Vocabulary,
) -> (Vec<(Syllable, String)>, Vec<bool>) {
    let known: std::collections::HashSet<String> = words.known_syllables().collect();
    let knows = |term: &str| vocabulary.knows(term) || known.contains(term);
    let mut out = Vec::new();
    let mut guessed = Vec::new();
    let last = typed.len().saturating_sub(1);
    for (at, syllable) in typed.into_iter().enumerate() {
        if knows(&syllable.folded) {
            let text = unicode_normalization::UnicodeNormalization::nfc(syllable.toned.as_str()).collect();
            out.push((syllable, text));
            guessed.push(false);
            continue;
        }
        let repaired = decode(&syllable, knows)
            .or_else(|| unglue(&syllable.folded, knows))
            .or_else(|| (at == last).then(|| vocabulary.completion(&syllable.folded)).flatten().map(str::to_owned))
            .or_else(|| {
                let long = syllable.folded.chars().count() >= 4;
                long.then(|| vocabulary.nearest(&syllable.folded)).flatten().map(str::to_owned)
            });
        let changed = repaired.is_some();
        let text = repaired.unwrap_or_else(|| syllable.folded.clone());
        for (part, shown) in syllables(&text).into_iter().zip(text.split(' ')) {
            out.push((part, shown.to_owned()));
            guessed.push(changed);
        }
    }
    (out, guessed)
}

/// The syllable as Telex or VNI, if that gives a known one. Marks that did arrive are kept apart: such
/// a syllable was not typed with the input method off.
fn decode(syllable: &Syllable, knows: impl Fn(&str) -> bool) -> Option<String> {
    let readable = |text: &String| syllables(text).first().is_some_and(|s| knows(&s.folded));
    slips::telex(&syllable.folded).filter(readable).or_else(|| slips::vni(&syllable.folded).filter(readable))
}

/// Two known syllables written without the space, "khaisinh"; the halves have at least two letters.
fn unglue(folded: &str, knows: impl Fn(&str) -> bool) -> Option<String> {
    folded.char_indices().map(|(at, _)| folded.split_at(at)).find_map(|(left, right)| {
        let halves = left.chars().count() >= 2 && right.chars().count() >= 2;
        (halves && knows(left) && knows(right)).then(|| format!("{left} {right}"))
    })
}

struct Context<'a> {
    query: &'a [Syllable],
    noise: &'a [bool],
    guessed: &'a [bool],
    vocabulary: &'a Vocabulary,
}

impl Context<'_> {
    /// The term at a place of the query, worth `share` of its rarity.
    fn term(&self, at: usize, share: f64) -> Option<Term> {
        let syllable = self.query.get(at)?.clone();
        let is_noise = self.noise.get(at) == Some(&true);
        let share = share
            * if is_noise { NOISE_WEIGHT } else { 1.0 }
            * if self.guessed.get(at) == Some(&true) { GUESS_WEIGHT } else { 1.0 };
        Some(Term { weight: share * self.vocabulary.rarity(&syllable.folded), syllable, is_noise })
    }

    /// The words as typed. If all of them are noise, they are all there is.
    fn literal(&self, weight: f64) -> Reading {
        let mut terms: Vec<Term> = (0..self.query.len()).filter_map(|at| self.term(at, 1.0)).collect();
        if terms.iter().all(|term| term.is_noise) {
            for term in &mut terms {
                term.is_noise = false;
            }
        }
        Reading { terms, weight, meaning: None }
    }

    /// The words with each everyday phrase replaced by its `nth` meaning, or its last if it has fewer.
    fn read(&self, matches: &[Match<'_>], nth: usize) -> Reading {
        let mut terms = Vec::new();
        let mut laws = Vec::new();
        let mut said_places = Vec::new();
        for at in 0..self.query.len() {
            let Some(found) = matches.iter().find(|m| m.at.contains(&at)) else {
                terms.extend(self.term(at, BESIDE_WEIGHT));
                continue;
            };
            said_places.push(at);
            let law = found.law.get(nth).or(found.law.last());
            if found.at.first() == Some(&at)
                && let Some(law) = law
            {
                laws.push(law.clone());
                terms.extend(syllables(law).into_iter().map(|syllable| Term {
                    weight: self.vocabulary.rarity(&syllable.folded),
                    syllable,
                    is_noise: false,
                }));
            }
        }
        let said: Vec<String> = said_places
            .iter()
            .filter_map(|at| self.query.get(*at))
            .map(|s| unicode_normalization::UnicodeNormalization::nfc(s.toned.as_str()).collect())
            .collect();
        let steps = u32::try_from(nth).map_or(0.0, f64::from);
        Reading {
            terms,
            weight: 1.0 - 0.04 * steps,
            meaning: (!laws.is_empty()).then(|| (said.join(" "), laws.join(", "))),
        }
    }
}

/// The text folded for comparing field names.
#[must_use]
pub fn field_key(field: &str) -> String {
    fold(field)
}
