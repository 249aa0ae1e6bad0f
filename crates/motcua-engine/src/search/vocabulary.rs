//! The syllables that the index knows, and how rare each is.

use super::fold::Syllable;
use std::collections::HashMap;

/// Two syllables that stand together in so many names are a word.
const PAIRED_FROM: u32 = 2;

/// Every syllable of the indexed procedures with the number of procedures whose head (name, field,
/// keywords, papers) holds it; 0 if only their text or only everyday words hold it.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    heads: HashMap<String, u32>,
    sorted: Vec<String>,
    /// How often two syllables stand side by side in names.
    pairs: HashMap<(String, String), u32>,
    documents: u32,
}

impl Vocabulary {
    /// The vocabulary of `documents` procedures.
    #[must_use]
    pub fn new(documents: u32, counts: impl IntoIterator<Item = (String, u32)>) -> Self {
        let mut heads = HashMap::new();
        for (term, count) in counts {
            let held = heads.entry(term).or_insert(0);
            *held = count.max(*held);
        }
        let mut sorted: Vec<String> = heads.keys().cloned().collect();
        sorted.sort_unstable();
        Self {
            heads,
            sorted,
            pairs: HashMap::new(),
            documents,
        }
    }

    /// Learns which syllables stand side by side in a name.
    pub(super) fn learn_pairs(&mut self, syllables: &[Syllable]) {
        for (a, b) in syllables.iter().zip(syllables.iter().skip(1)) {
            *self
                .pairs
                .entry((a.folded.clone(), b.folded.clone()))
                .or_default() += 1;
        }
    }

    /// How often the two stand side by side in names.
    #[must_use]
    pub fn pair_count(&self, first: &str, second: &str) -> u32 {
        self.pairs
            .get(&(first.to_owned(), second.to_owned()))
            .copied()
            .unwrap_or(0)
    }

    /// The syllable one slip or one sound away from `second` that most often follows `first`, if it often does.
    #[must_use]
    pub fn likelier_after(&self, first: &str, second: &str) -> Option<&str> {
        let letters: Vec<char> = second.chars().collect();
        self.pairs
            .iter()
            .filter(|((a, b), count)| {
                a == first
                    && **count >= PAIRED_FROM
                    && (is_one_slip_away(&letters, b) || sounds_like(second, b))
            })
            .max_by_key(|((_, b), count)| (**count, b.as_str()))
            .map(|((_, b), _)| b.as_str())
    }

    /// The syllable one slip or one sound away from `first` that most often stands before `second`, if it often does.
    #[must_use]
    pub fn likelier_before(&self, first: &str, second: &str) -> Option<&str> {
        let letters: Vec<char> = first.chars().collect();
        self.pairs
            .iter()
            .filter(|((a, b), count)| {
                b == second
                    && **count >= PAIRED_FROM
                    && (is_one_slip_away(&letters, a) || sounds_like(first, a))
            })
            .max_by_key(|((a, _), count)| (**count, a.as_str()))
            .map(|((a, _), _)| a.as_str())
    }

    /// Whether the syllable was ever seen.
    #[must_use]
    pub fn knows(&self, term: &str) -> bool {
        self.heads.contains_key(term)
    }

    /// In how many heads the syllable stands.
    #[must_use]
    pub fn count(&self, term: &str) -> u32 {
        self.heads.get(term).copied().unwrap_or(0)
    }

    /// How telling the syllable is: near 0 for one in every name, about 9 for one in a single name.
    #[must_use]
    pub fn rarity(&self, term: &str) -> f64 {
        (f64::from(self.documents.max(1)) / f64::from(self.count(term).max(1))).ln_1p()
    }

    /// The commonest syllable that begins so.
    #[must_use]
    pub fn completion(&self, start: &str) -> Option<&str> {
        let from = self.sorted.partition_point(|term| term.as_str() < start);
        self.sorted
            .iter()
            .skip(from)
            .take_while(|term| term.starts_with(start))
            .filter(|term| self.count(term) > 0)
            .max_by_key(|term| self.count(term))
            .map(String::as_str)
    }

    /// The commonest syllable that differs by one letter added, dropped, changed or swapped.
    #[must_use]
    pub fn nearest(&self, term: &str) -> Option<&str> {
        let letters: Vec<char> = term.chars().collect();
        self.sorted
            .iter()
            .filter(|known| self.count(known) > 0 && is_one_slip_away(&letters, known))
            .max_by_key(|known| self.count(known))
            .map(String::as_str)
    }
}

/// Whether the two are said alike somewhere in the country: ch and tr, s and x, d, gi and r, l and n, v and d.
fn sounds_like(typed: &str, known: &str) -> bool {
    const ALIKE: [(&str, &str); 7] = [
        ("ch", "tr"),
        ("s", "x"),
        ("d", "gi"),
        ("d", "r"),
        ("gi", "r"),
        ("l", "n"),
        ("v", "d"),
    ];
    ALIKE.iter().any(|(a, b)| {
        [(a, b), (b, a)].iter().any(|(from, to)| {
            typed
                .strip_prefix(**from)
                .is_some_and(|rest| known.strip_prefix(**to) == Some(rest))
        })
    })
}

/// Whether the two differ by exactly one insertion, deletion, change, or swap of neighbours.
fn is_one_slip_away(typed: &[char], known: &str) -> bool {
    let length = known.chars().count();
    if typed.len().abs_diff(length) > 1 {
        return false;
    }
    let same = typed
        .iter()
        .zip(known.chars())
        .take_while(|(a, b)| **a == *b)
        .count();
    let rest_typed = typed.get(same..).unwrap_or_default();
    let rest_known: Vec<char> = known.chars().skip(same).collect();
    match (rest_typed, rest_known.as_slice()) {
        ([], []) => false,
        ([_, a @ ..], b) if a == b => true,
        (a, [_, b @ ..]) if a == b => true,
        ([_, a @ ..], [_, b @ ..]) if a == b => true,
        ([p, q, a @ ..], [r, s, b @ ..]) => p == s && q == r && a == b,
        _ => false,
    }
}
