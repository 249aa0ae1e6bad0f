//! The ranking rules: how well a procedure answers a reading of the query.
//!
//! The index's own order (bm25) only chooses candidates; on the national catalogue it puts the
//! rarest name first, where a resident means the commonest. These rules decide.

use super::fold::{Syllable, syllables};
use super::plan::{Reading, Term};
use super::types::{Audience, Audiences, Level, Levels, Why};
use super::vocabulary::Vocabulary;
use std::collections::HashSet;

/// What the rules look at of one candidate.
#[derive(Debug, Clone)]
pub struct Candidate {
    title: Vec<Syllable>,
    beside: HashSet<String>,
    standing: f64,
}

impl Candidate {
    /// A candidate from its published title, its field and keywords, and who it is for.
    #[must_use]
    pub fn new(title: &str, beside: &str, popularity: f64, levels: Levels, audience: Audiences) -> Self {
        Self {
            title: syllables(title),
            beside: syllables(beside).into_iter().map(|syllable| syllable.folded).collect(),
            standing: standing(popularity, levels, audience),
        }
    }

    /// Why this reading found it.
    #[must_use]
    pub fn why(&self, reading: &Reading) -> Why {
        if let Some((said, law)) = &reading.meaning {
            return Why::Meaning { said: said.clone(), law: law.clone() };
        }
        let named = |term: &Term| self.title.iter().any(|held| held.folded == term.syllable.folded);
        if reading.terms.iter().filter(|term| !term.is_noise).any(named) { Why::Title } else { Why::Text }
    }
}

/// The part of the score that no query changes: what residents mean more often comes first.
fn standing(popularity: f64, levels: Levels, audience: Audiences) -> f64 {
    let level = if levels.has(Level::Commune) {
        0.10
    } else if levels.has(Level::Province) {
        0.06
    } else {
        0.0
    };
    let personal = if audience.has(Audience::Citizen) { 0.05 } else { 0.0 };
    0.9 * popularity + level + personal
}

/// How well the candidate answers the reading; higher is better. 0 to about 5.
#[must_use]
pub fn score(reading: &Reading, candidate: &Candidate, vocabulary: &Vocabulary) -> f64 {
    let coverage = coverage(&reading.terms, candidate);
    let closeness = closeness(&reading.terms, candidate, coverage);
    let density = density(&reading.terms, candidate, vocabulary);
    let whole = whole(&reading.terms, candidate);
    let words = 1.7 * coverage + 0.9 * closeness + 0.7 * density + whole;
    reading.weight * words + candidate.standing
}

/// The share of the query's weight that the candidate holds: in full in its title, in part beside it.
fn coverage(terms: &[Term], candidate: &Candidate) -> f64 {
    share(terms.iter().map(|term| {
        let title = candidate.title.iter().map(|held| credit(term, held)).fold(0.0, f64::max);
        let beside = if candidate.beside.contains(&term.syllable.folded) { 0.6 } else { 0.0 };
        (term.weight, title.max(beside))
    }))
}

/// What a syllable of the title counts for a term: with the right marks all, with others three quarters.
fn credit(term: &Term, held: &Syllable) -> f64 {
    if held.admits(&term.syllable) {
        1.0
    } else if held.folded == term.syllable.folded {
        0.75
    } else {
        0.0
    }
}

/// The share of neighbouring terms that are neighbours in the title too: Vietnamese words are of two syllables.
fn closeness(terms: &[Term], candidate: &Candidate, coverage: f64) -> f64 {
    let telling: Vec<&Term> = terms.iter().filter(|term| !term.is_noise).collect();
    if telling.len() < 2 {
        return coverage;
    }
    share(telling.windows(2).filter_map(|pair| match pair {
        [a, b] => {
            let together = candidate.title.windows(2).any(|held| match held {
                [x, y] => x.folded == a.syllable.folded && y.folded == b.syllable.folded,
                _ => false,
            });
            Some((a.weight.min(b.weight), f64::from(together)))
        }
        _ => None,
    }))
}

/// The share of the title that the query names: of two that hold the words, the shorter is meant.
fn density(terms: &[Term], candidate: &Candidate, vocabulary: &Vocabulary) -> f64 {
    share(candidate.title.iter().map(|held| {
        let named = terms.iter().any(|term| term.syllable.folded == held.folded);
        (vocabulary.rarity(&held.folded), f64::from(named))
    }))
}

/// A title that is the query, ends with it, or holds it as one run.
fn whole(terms: &[Term], candidate: &Candidate) -> f64 {
    let telling: Vec<&str> =
        terms.iter().filter(|term| !term.is_noise).map(|term| term.syllable.folded.as_str()).collect();
    let title: Vec<&str> = candidate.title.iter().map(|held| held.folded.as_str()).collect();
    let title = title.strip_prefix(["thu", "tuc"].as_slice()).unwrap_or(&title);
    if telling.is_empty() {
        0.0
    } else if title == telling {
        0.6
    } else if title.starts_with(&telling) {
        0.4
    } else if telling.len() > 1 && title.windows(telling.len()).any(|run| run == telling) {
        0.3
    } else {
        0.0
    }
}

/// The mean of values between 0 and 1, by weight; 0 if nothing has weight.
fn share(weighted: impl Iterator<Item = (f64, f64)>) -> f64 {
    let (weight, sum) = weighted.fold((0.0, 0.0), |(weight, sum), (w, value)| (weight + w, sum + w * value));
    if weight > 0.0 { sum / weight } else { 0.0 }
}
