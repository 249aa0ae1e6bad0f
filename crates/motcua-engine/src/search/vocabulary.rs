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
    /// Which syllables stand behind each one in names, and how often.
    after: HashMap<String, HashMap<String, u32>>,
    /// Which syllables stand before each one in names, and how often.
    before: HashMap<String, HashMap<String, u32>>,
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
            documents,
            ..Self::default()
        }
    }

    /// Learns which syllables stand side by side in a name.
    pub(super) fn learn_pairs(&mut self, syllables: &[Syllable]) {
        for (a, b) in syllables.iter().zip(syllables.iter().skip(1)) {
            count_pair(&mut self.after, &a.folded, &b.folded);
            count_pair(&mut self.before, &b.folded, &a.folded);
        }
    }

    /// How often the two stand side by side in names.
    #[must_use]
    pub fn pair_count(&self, first: &str, second: &str) -> u32 {
        self.after
            .get(first)
            .and_then(|after| after.get(second))
            .copied()
            .unwrap_or(0)
    }

    /// The syllable one slip or one sound away from `second` that most often follows `first`, if it often does.
    #[must_use]
    pub fn likelier_after(&self, first: &str, second: &str) -> Option<&str> {
        likeliest(self.after.get(first)?, second)
    }

    /// The syllable one slip or one sound away from `first` that most often stands before `second`, if it often does.
    #[must_use]
    pub fn likelier_before(&self, first: &str, second: &str) -> Option<&str> {
        likeliest(self.before.get(second)?, first)
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

fn count_pair(pairs: &mut HashMap<String, HashMap<String, u32>>, one: &str, other: &str) {
    let beside = match pairs.get_mut(one) {
        Some(beside) => beside,
        None => pairs.entry(one.to_owned()).or_default(),
    };
    match beside.get_mut(other) {
        Some(count) => *count += 1,
        None => {
            beside.insert(other.to_owned(), 1);
        }
    }
}

/// Of the neighbours, the commonest that is one slip or one sound away from what was typed.
fn likeliest<'v>(neighbours: &'v HashMap<String, u32>, typed: &str) -> Option<&'v str> {
    let letters: Vec<char> = typed.chars().collect();
    neighbours
        .iter()
        .filter(|(known, count)| {
            **count >= PAIRED_FROM && (is_one_slip_away(&letters, known) || sounds_like(typed, known))
        })
        .max_by_key(|(known, count)| (**count, known.as_str()))
        .map(|(known, _)| known.as_str())
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
