//! What a newer crawl changes (`domain.md` 0.1: two crawls weeks apart differ in hundreds of records).
//!
//! A fingerprint tells versions apart without keeping them in memory: equal fingerprints are the same version, and
//! unequal ones say which parts differ.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use motcua_domain::catalogue::{ProcedureCode, ProcedureVersion};
use sha2::{Digest, Sha256};

use crate::wire::Parts;

#[cfg(test)]
mod tests;

/// Parts of a version that are compared, in the order of the fingerprint. Adding one makes every stored fingerprint
/// unequal once; so does changing how a part is written.
pub const PARTS: [&str; 14] = [
    "name",
    "decision",
    "field",
    "kind",
    "audiences",
    "agencies",
    "channels",
    "variants",
    "requirements",
    "steps",
    "conditions",
    "outcomes",
    "legal_bases",
    "rules",
];

/// Hexadecimal digits kept of each part's hash: enough that two of a few thousand texts never meet by chance.
const DIGITS: usize = 16;

/// A fingerprint of a version's content, without its identity and dates of crawling: equal exactly if nothing that
/// matters changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// The fingerprint of a version.
    pub fn of(version: &ProcedureVersion) -> Self {
        let hashes = Parts::of(version).in_order().map(|part| {
            let hash = Sha256::digest(part.as_bytes());
            hash.iter()
                .take(DIGITS / 2)
                .map(|byte| format!("{byte:02x}"))
                .collect::<String>()
        });
        Self(hashes.join("-"))
    }

    /// As the store keeps it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The parts in which the two differ, in the order of [`PARTS`]; all of them where the other was written by
    /// another release.
    fn changed_parts(&self, other: &Self) -> Vec<&'static str> {
        let (ours, others): (Vec<&str>, Vec<&str>) =
            (self.0.split('-').collect(), other.0.split('-').collect());
        if ours.len() != PARTS.len() || others.len() != PARTS.len() {
            return PARTS.to_vec();
        }
        let pairs = PARTS.iter().zip(ours.iter().zip(&others));
        pairs
            .filter(|(_, (one, two))| one != two)
            .map(|(part, _)| *part)
            .collect()
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Any text is a fingerprint: one of another release is unequal to all of ours, and that is its meaning.
impl FromStr for Fingerprint {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.to_owned()))
    }
}

/// A procedure whose text differs from the version kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The procedure.
    pub code: ProcedureCode,
    /// The parts that differ, named as in [`PARTS`].
    pub parts: Vec<&'static str>,
}

/// What a crawl brings compared with what is kept, each list in the order of codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Codes seen for the first time.
    pub added: Vec<ProcedureCode>,
    /// Codes whose text became a new version.
    pub changed: Vec<Changed>,
    /// Codes that are kept but were not in the crawl. They stay in force: only a decision repeals (`domain.md` 7.6).
    pub not_seen: Vec<ProcedureCode>,
    /// How many were seen with the same text.
    pub unchanged: usize,
}

/// Compares what is kept with what a crawl brought. A code that stands twice on one side counts by its last entry.
pub fn diff(previous: &[(ProcedureCode, Fingerprint)], new: &[(ProcedureCode, Fingerprint)]) -> Difference {
    let kept: BTreeMap<_, _> = previous.iter().map(|(code, print)| (code, print)).collect();
    let seen: BTreeMap<_, _> = new.iter().map(|(code, print)| (code, print)).collect();
    let mut difference = Difference::default();
    for (code, print) in &seen {
        match kept.get(code) {
            None => difference.added.push((*code).clone()),
            Some(before) if before == print => difference.unchanged += 1,
            Some(before) => {
                let parts = print.changed_parts(before);
                difference.changed.push(Changed {
                    code: (*code).clone(),
                    parts,
                });
            }
        }
    }
    let missing = kept.keys().filter(|code| !seen.contains_key(*code));
    difference.not_seen.extend(missing.map(|code| (*code).clone()));
    difference
}
