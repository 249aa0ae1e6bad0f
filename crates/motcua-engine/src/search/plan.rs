//! From the text typed to the few ways in which it can be read.

use super::fold::{Syllable, syllables, words_typed};
use super::slips;
use super::vocabulary::Vocabulary;
use super::words::{Match, Words};

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
    let (typed, guessed) = repair(typed, words, vocabulary);
    let (query, shown): (Vec<Syllable>, Vec<String>) = typed.into_iter().unzip();
    let read_as = guessed.contains(&true).then(|| shown.join(" "));
    let noise = words.noise(&query);
    let matches = words.matches(&query, &noise);
    let context = Context { query: &query, shown: &shown, noise: &noise, guessed: &guessed, vocabulary };
    Plan { code_digits, readings: context.readings(&matches), read_as }
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

/// Repairs slips: every syllable that nobody knows is read as Telex, as VNI, as two syllables glued
/// together, as the beginning of one, or as the nearest one. Tells which were repaired.
fn repair(
    typed: Vec<(Syllable, String)>,
    words: &Words,
    vocabulary: &Vocabulary,
) -> (Vec<(Syllable, String)>, Vec<bool>) {
    let knows = |term: &str| vocabulary.knows(term) || words.knows(term);
    let mut out = Vec::new();
    let mut guessed = Vec::new();
    let last = typed.len().saturating_sub(1);
    for (at, (syllable, shown)) in typed.into_iter().enumerate() {
        if knows(&syllable.folded) {
            out.push((syllable, shown));
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
        for typed in words_typed(&repaired.unwrap_or(shown)) {
            out.push(typed);
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

/// The query as repaired, and what is known of each of its syllables.
struct Context<'a> {
    query: &'a [Syllable],
    shown: &'a [String],
    noise: &'a [bool],
    guessed: &'a [bool],
    vocabulary: &'a Vocabulary,
}

impl Context<'_> {
    /// The readings, likeliest first: everyday phrases in all their meanings, then each phrase on its
    /// own (in "photo công chứng căn cước" only the first names the procedure), then the words as typed.
    fn readings(&self, matches: &[Match<'_>]) -> Vec<Reading> {
        let together: Vec<&Match<'_>> = matches.iter().collect();
        let meanings = matches.iter().map(|m| m.law.len()).max().unwrap_or(0).min(MEANINGS_MAX);
        let mut readings: Vec<Reading> = (0..meanings).map(|nth| self.read(&together, nth)).collect();
        if matches.len() > 1 {
            readings.extend(together.chunks(1).take(ALONE_MAX).map(|alone| self.read(alone, 0)));
        }
        if !self.query.is_empty() {
            readings.push(self.literal(if matches.is_empty() { 1.0 } else { LITERAL_WEIGHT }));
        }
        readings
    }

    /// The term at a place of the query: noise if it is noise, else in the role given.
    fn term(&self, at: usize, role: Role) -> Option<Term> {
        let syllable = self.query.get(at)?.clone();
        let role = if self.noise.get(at) == Some(&true) { Role::Noise } else { role };
        let share = match role {
            Role::Named => 1.0,
            Role::Beside => BESIDE_WEIGHT,
            Role::Noise => NOISE_WEIGHT,
        };
        let sure = if self.guessed.get(at) == Some(&true) { GUESS_WEIGHT } else { 1.0 };
        Some(Term { weight: share * sure * self.vocabulary.rarity(&syllable.folded), syllable, role })
    }

    /// The words as typed. If all of them are noise, they are all there is.
    fn literal(&self, weight: f64) -> Reading {
        let mut terms: Vec<Term> = (0..self.query.len()).filter_map(|at| self.term(at, Role::Named)).collect();
        if terms.iter().all(|term| term.role == Role::Noise) {
            for term in &mut terms {
                term.role = Role::Named;
            }
        }
        Reading { terms, weight, meaning: None }
    }

    /// The words with each everyday phrase replaced by its `nth` meaning, or its last if it has fewer.
    fn read(&self, matches: &[&Match<'_>], nth: usize) -> Reading {
        let mut terms = Vec::new();
        let mut laws = Vec::new();
        let mut said = Vec::new();
        for (at, shown) in self.shown.iter().enumerate() {
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
        Reading { terms, weight: 1.0 - 0.04 * steps, meaning: Some((said.join(" "), laws.join(", "))) }
    }
}
