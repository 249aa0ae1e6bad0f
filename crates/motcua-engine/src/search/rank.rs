//! The ranking rules: how well a procedure's name answers a reading of the query.
//!
//! bm25 puts the rarest name first where a resident means the commonest, and asking SQLite for every
//! reading took 20 ms where all names fit in two megabytes of memory and take one. So names are ranked
//! here, in memory; the full-text index is asked for papers and long texts, when no name answers.

use super::fold::{Folder, Syllable, fold};
use super::plan::{Reading, Role, Term};
use super::types::{Audience, Audiences, Level, Levels, SearchRecord};
use super::vocabulary::Vocabulary;
use std::collections::HashMap;

/// So many names are scored in full for one reading, those that hold most of its weight.
const SCORED_MAX: usize = 120;
/// What a syllable in the field or the keywords counts for, beside one in the title.
const BESIDE_CREDIT: f64 = 0.6;
/// What a syllable with other marks than those typed counts for.
const OTHER_MARKS_CREDIT: f64 = 0.75;
/// A name that scores less than this share of the best one is no answer.
const SHOWN_FROM: f64 = 0.45;
/// Nor is one that scores less than this share and has not the word that tells most: "đăng ký khai …" is half of
/// "đăng ký khai sinh" and holds most of its syllables, but it is another matter.
const SHOWN_WITHOUT_THE_WORD_FROM: f64 = 0.65;
/// The best of so many readings comes before the second best of any.
const READINGS_FIRST: usize = 3;

/// The names of all procedures, ready to rank.
#[derive(Debug, Default)]
pub struct Names {
    /// Numbers for syllables, with or without marks.
    numbers: HashMap<String, u32>,
    /// How telling each number is.
    rarity: Vec<f64>,
    /// In which names each number stands, without marks.
    postings: Vec<Vec<u32>>,
    names: Vec<Name>,
}

/// What is kept of one procedure.
#[derive(Debug)]
struct Name {
    digits: String,
    field: String,
    levels: Levels,
    audience: Audiences,
    /// The title: each syllable without and with marks.
    title: Vec<(u32, u32)>,
    /// Where the title begins after "Thủ tục".
    begins: usize,
    /// Field and keywords without marks.
    beside: Vec<u32>,
    standing: f64,
}

/// Which procedures may be shown at all.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// The field, folded.
    pub field: Option<String>,
    /// A level that must be among the procedure's.
    pub level: Option<Level>,
    /// A group that must be among those who may apply.
    pub audience: Option<Audience>,
}

/// A procedure found, by its place in the order in which names were given.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// Its place, from 0.
    pub place: usize,
    /// How well it answers; higher is better, 0 to about 5.
    pub score: f64,
    /// The reading that it answers best.
    pub reading: usize,
    /// The share of that reading's weight that its name holds, 0 to 1.
    pub coverage: f64,
    /// Whether its name has the word of that reading that tells most.
    pub has_the_word: bool,
}

impl Ranked {
    /// The share of the best score from which it is an answer.
    const fn shown_from(&self) -> f64 {
        if self.has_the_word {
            SHOWN_FROM
        } else {
            SHOWN_WITHOUT_THE_WORD_FROM
        }
    }
}

/// A term of a reading with the numbers of its syllable, `None` if no name holds it.
struct Sought {
    folded: Option<u32>,
    toned: Option<u32>,
    weight: f64,
    role: Role,
}

impl Names {
    /// Takes the names of the records in their order, most popular first: of equals the earlier wins. The
    /// vocabulary learns which syllables stand together in them. Papers and texts are not looked at.
    #[must_use]
    pub fn new<'r>(records: impl IntoIterator<Item = &'r SearchRecord>, vocabulary: &mut Vocabulary) -> Self {
        let mut names = Self::default();
        let mut folder = Folder::default();
        for record in records {
            let title = folder.syllables(&record.title);
            vocabulary.learn_pairs(&title);
            let mut beside = folder.syllables(&record.field);
            beside.extend(folder.syllables(&record.keywords));
            names.add(record, &title, &beside, vocabulary);
        }
        names
    }

    fn add(
        &mut self,
        record: &SearchRecord,
        title: &[Syllable],
        beside: &[Syllable],
        vocabulary: &Vocabulary,
    ) {
        let begins = match title {
            [thu, tuc, ..] if thu.folded == "thu" && tuc.folded == "tuc" => 2,
            _ => 0,
        };
        let title: Vec<(u32, u32)> = title
            .iter()
            .map(|syllable| {
                let folded = self.number(&syllable.folded, vocabulary);
                let toned = if syllable.is_marked() {
                    self.number(&syllable.toned, vocabulary)
                } else {
                    folded
                };
                (folded, toned)
            })
            .collect();
        let mut beside: Vec<u32> = beside
            .iter()
            .map(|syllable| self.number(&syllable.folded, vocabulary))
            .collect();
        beside.sort_unstable();
        beside.dedup();
        let place = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        let mut held: Vec<u32> = title
            .iter()
            .map(|(folded, _)| *folded)
            .chain(beside.clone())
            .collect();
        held.sort_unstable();
        held.dedup();
        for number in held {
            if let Some(posting) = self.postings.get_mut(number as usize) {
                posting.push(place);
            }
        }
        self.names.push(Name {
            digits: record.code.chars().filter(char::is_ascii_digit).collect(),
            field: fold(&record.field),
            levels: record.levels,
            audience: record.audience,
            title,
            begins,
            beside,
            standing: standing(record),
        });
    }

    fn number(&mut self, syllable: &str, vocabulary: &Vocabulary) -> u32 {
        if let Some(number) = self.numbers.get(syllable) {
            return *number;
        }
        let number = u32::try_from(self.rarity.len()).unwrap_or(u32::MAX);
        self.numbers.insert(syllable.to_owned(), number);
        self.rarity.push(vocabulary.rarity(syllable));
        self.postings.push(Vec::new());
        number
    }

    /// The names that answer the readings, best first; but the best of each of the first readings stands
    /// before the second best of any, since nobody knows which of them is meant.
    #[must_use]
    pub fn rank(&self, readings: &[Reading], filter: &Filter) -> Vec<Ranked> {
        let mut best: HashMap<usize, Ranked> = HashMap::new();
        let mut first_of_reading = Vec::new();
        for (at, reading) in readings.iter().enumerate() {
            let ranked = self.rank_one(reading, at, filter);
            let top = ranked.iter().max_by(|a, b| worse(a, b));
            first_of_reading.extend(top.filter(|_| at < READINGS_FIRST).map(|top| top.place));
            for candidate in ranked {
                best.entry(candidate.place)
                    .and_modify(|held| {
                        if held.score < candidate.score {
                            *held = candidate.clone();
                        }
                    })
                    .or_insert(candidate);
            }
        }
        let mut found: Vec<Ranked> = best.into_values().collect();
        found.sort_by(|a, b| worse(b, a));
        if let Some(top) = found.first().map(|first| first.score) {
            found.retain(|candidate| candidate.score >= candidate.shown_from() * top);
        }
        found.sort_by_key(|candidate| !first_of_reading.contains(&candidate.place));
        found
    }

    /// Scores the names that hold most of one reading's weight.
    fn rank_one(&self, reading: &Reading, at: usize, filter: &Filter) -> Vec<Ranked> {
        let sought: Vec<Sought> = reading.terms.iter().map(|term| self.sought(term)).collect();
        let total: f64 = sought.iter().map(|term| term.weight).sum();
        let mut held = vec![0.0; self.names.len()];
        let mut counted = Vec::new();
        for term in sought.iter().filter(|term| term.role != Role::Noise) {
            let Some(folded) = term.folded.filter(|number| !counted.contains(number)) else {
                continue;
            };
            counted.push(folded);
            for place in self.postings.get(folded as usize).into_iter().flatten() {
                if let Some(weight) = held.get_mut(*place as usize) {
                    *weight += term.weight;
                }
            }
        }
        let mut candidates: Vec<(usize, f64)> = held
            .into_iter()
            .zip(&self.names)
            .enumerate()
            .filter(|(_, (weight, name))| *weight > 0.0 && filter.admits(name))
            .map(|(place, (weight, name))| (place, weight / total + 0.3 * name.standing))
            .collect();
        if candidates.len() > SCORED_MAX {
            candidates.select_nth_unstable_by(SCORED_MAX, |a, b| b.1.total_cmp(&a.1));
            candidates.truncate(SCORED_MAX);
        }
        let sought = Wanted::new(sought);
        candidates
            .into_iter()
            .filter_map(|(place, _)| {
                let name = self.names.get(place)?;
                let held = sought.held_by(name, &self.rarity);
                let words = 1.7 * held.coverage
                    + 0.9 * held.closeness
                    + 0.7 * held.density
                    + whole(&sought.telling, name);
                let score = reading.weight * words + name.standing;
                Some(Ranked {
                    place,
                    score,
                    reading: at,
                    coverage: held.coverage,
                    has_the_word: sought.has_the_word(name),
                })
            })
            .collect()
    }

    fn sought(&self, term: &Term) -> Sought {
        let Syllable { folded, toned } = &term.syllable;
        Sought {
            folded: self.numbers.get(folded).copied(),
            toned: self
                .numbers
                .get(toned)
                .copied()
                .filter(|_| term.syllable.is_marked()),
            weight: term.weight,
            role: term.role,
        }
        .marked(term.syllable.is_marked())
    }

    /// The places of the procedures whose code holds the digits: in full, at its beginning, anywhere.
    #[must_use]
    pub fn with_code(&self, digits: &str, filter: &Filter) -> Vec<usize> {
        let mut found: Vec<(usize, usize)> = self
            .names
            .iter()
            .enumerate()
            .filter(|(_, name)| filter.admits(name))
            .filter_map(|(place, name)| Some((name.digits.find(digits)?, name, place)))
            .map(|(at, name, place)| (if name.digits == digits { 0 } else { 1 + at.min(1) }, place))
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(_, place)| place).collect()
    }

    /// The places of all procedures that the filter admits, the most popular first.
    pub fn listed(&self, filter: &Filter) -> impl Iterator<Item = usize> {
        self.names
            .iter()
            .enumerate()
            .filter(|(_, name)| filter.admits(name))
            .map(|(place, _)| place)
    }

    /// Whether the filter admits the procedure at the place.
    #[must_use]
    pub fn admits(&self, place: usize, filter: &Filter) -> bool {
        self.names.get(place).is_some_and(|name| filter.admits(name))
    }

    /// The part of the score of the procedure at the place that no query changes.
    #[must_use]
    pub fn standing(&self, place: usize) -> f64 {
        self.names.get(place).map_or(0.0, |name| name.standing)
    }
}

impl Sought {
    /// Marks were typed that no name has: then no syllable has the right ones.
    fn marked(self, marked: bool) -> Self {
        if marked && self.toned.is_none() {
            Self {
                toned: Some(u32::MAX),
                ..self
            }
        } else {
            self
        }
    }

    /// What a syllable of a title counts for: with the right marks all, with others three quarters.
    fn credit(&self, (folded, toned): (u32, u32)) -> f64 {
        if self.folded != Some(folded) {
            0.0
        } else if self.toned.is_none_or(|wanted| wanted == toned) {
            1.0
        } else {
            OTHER_MARKS_CREDIT
        }
    }
}

impl Filter {
    fn admits(&self, name: &Name) -> bool {
        self.field.as_ref().is_none_or(|field| *field == name.field)
            && self.level.is_none_or(|level| name.levels.has(level))
            && self.audience.is_none_or(|group| name.audience.has(group))
    }
}

/// By score; of equals the more popular is the better one.
fn worse(a: &Ranked, b: &Ranked) -> std::cmp::Ordering {
    a.score.total_cmp(&b.score).then_with(|| b.place.cmp(&a.place))
}

/// The part of the score that no query changes: what residents mean more often comes first.
fn standing(record: &SearchRecord) -> f64 {
    let level = if record.levels.has(Level::Commune) {
        0.10
    } else if record.levels.has(Level::Province) {
        0.06
    } else {
        0.0
    };
    let personal = if record.audience.has(Audience::Citizen) {
        0.05
    } else {
        0.0
    };
    0.9 * record.popularity + level + personal
}

/// The terms of a reading, ready to be looked for in many names.
struct Wanted {
    terms: Vec<Sought>,
    /// The numbers of the terms with their places in `terms`, sorted.
    places: Vec<(u32, usize)>,
    /// The numbers of the terms that are no noise, in the order of the query.
    telling: Vec<Option<u32>>,
    /// Neighbours among them, with the weight of their standing together.
    pairs: Vec<(u32, u32, f64)>,
    /// The weight of all neighbours, those included that no name can hold.
    pairs_weight: f64,
    /// The word that tells most: of the neighbours the heaviest, else the heaviest term.
    word: Vec<u32>,
}

/// How much of a reading a name holds; each from 0 to 1.
struct Held {
    /// The share of the query's weight: in full in the title, in part beside it.
    coverage: f64,
    /// The share of neighbouring terms that are neighbours in the title too: Vietnamese words are of two
    /// syllables.
    closeness: f64,
    /// The share of the title that the query names: of two that hold the words, the shorter is meant.
    density: f64,
}

impl Wanted {
    fn new(terms: Vec<Sought>) -> Self {
        let mut places: Vec<(u32, usize)> = terms
            .iter()
            .enumerate()
            .filter_map(|(at, term)| Some((term.folded?, at)))
            .collect();
        places.sort_unstable();
        let told: Vec<&Sought> = terms.iter().filter(|term| term.role != Role::Noise).collect();
        let telling: Vec<Option<u32>> = told.iter().map(|term| term.folded).collect();
        let mut pairs = Vec::new();
        let mut pairs_weight = 0.0;
        for (a, b) in told.iter().zip(told.iter().skip(1)) {
            let weight = a.weight.min(b.weight);
            pairs_weight += weight;
            if let (Some(a), Some(b)) = (a.folded, b.folded) {
                pairs.push((a, b, weight));
            }
        }
        let heaviest = pairs.iter().max_by(|a, b| a.2.total_cmp(&b.2));
        let word = heaviest.map_or_else(
            || {
                let told = terms.iter().filter(|term| term.role != Role::Noise);
                let known = told.filter_map(|term| Some((term.folded?, term.weight)));
                let heaviest = known.max_by(|a, b| a.1.total_cmp(&b.1));
                heaviest.map(|(number, _)| number).into_iter().collect()
            },
            |(a, b, _)| vec![*a, *b],
        );
        Self {
            terms,
            places,
            telling,
            pairs,
            pairs_weight,
            word,
        }
    }

    /// Whether the name has every syllable of the word that tells most, in its title or beside it.
    fn has_the_word(&self, name: &Name) -> bool {
        self.word.iter().all(|syllable| {
            name.title.iter().any(|(folded, _)| folded == syllable)
                || name.beside.binary_search(syllable).is_ok()
        })
    }

    /// Where a syllable without marks stands among the terms.
    fn at(&self, folded: u32) -> impl Iterator<Item = usize> {
        let from = self.places.partition_point(|(number, _)| *number < folded);
        let same = self.places.get(from..).unwrap_or_default();
        same.iter()
            .take_while(move |(number, _)| *number == folded)
            .map(|(_, at)| *at)
    }

    fn held_by(&self, name: &Name, rarity: &[f64]) -> Held {
        let mut credits: Vec<f64> = vec![0.0; self.terms.len()];
        let mut title_weight = 0.0;
        let mut named_weight = 0.0;
        for held in &name.title {
            let weight = rarity.get(held.0 as usize).copied().unwrap_or(0.0);
            title_weight += weight;
            let mut is_named = false;
            for at in self.at(held.0) {
                is_named = true;
                if let (Some(credit), Some(term)) = (credits.get_mut(at), self.terms.get(at)) {
                    *credit = term.credit(*held).max(*credit);
                }
            }
            if is_named {
                named_weight += weight;
            }
        }
        let coverage = share(self.terms.iter().zip(credits).map(|(term, credit)| {
            let beside = || {
                term.folded
                    .is_some_and(|folded| name.beside.binary_search(&folded).is_ok())
            };
            (
                term.weight,
                if credit < BESIDE_CREDIT && beside() {
                    BESIDE_CREDIT
                } else {
                    credit
                },
            )
        }));
        Held {
            coverage,
            closeness: self.closeness(name).unwrap_or(coverage),
            density: if title_weight > 0.0 {
                named_weight / title_weight
            } else {
                0.0
            },
        }
    }

    /// `None` if there are no neighbours to look for.
    fn closeness(&self, name: &Name) -> Option<f64> {
        let together = |a: u32, b: u32| {
            name.title
                .iter()
                .zip(name.title.iter().skip(1))
                .any(|((x, _), (y, _))| *x == a && *y == b)
        };
        let held: f64 = self
            .pairs
            .iter()
            .filter(|(a, b, _)| together(*a, *b))
            .map(|(_, _, weight)| weight)
            .sum();
        (self.pairs_weight > 0.0).then(|| held / self.pairs_weight)
    }
}

/// A title that is the query, begins with it, or holds it as one run.
fn whole(telling: &[Option<u32>], name: &Name) -> f64 {
    let title = name.title.get(name.begins..).unwrap_or_default();
    let runs = |part: &[(u32, u32)]| {
        part.len() == telling.len()
            && part
                .iter()
                .zip(telling)
                .all(|((held, _), term)| *term == Some(*held))
    };
    if telling.is_empty() {
        0.0
    } else if runs(title) {
        0.6
    } else if title.get(..telling.len()).is_some_and(runs) {
        0.4
    } else if telling.len() > 1 && title.windows(telling.len()).any(runs) {
        0.3
    } else {
        0.0
    }
}

/// The mean of values between 0 and 1, by weight; 0 if nothing has weight.
fn share(weighted: impl Iterator<Item = (f64, f64)>) -> f64 {
    let (weight, sum) = weighted.fold((0.0, 0.0), |(weight, sum), (w, value)| {
        (weight + w, sum + w * value)
    });
    if weight > 0.0 { sum / weight } else { 0.0 }
}
