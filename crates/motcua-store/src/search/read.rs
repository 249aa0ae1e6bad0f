//! Answering one query: names from memory, papers and long texts from the file.

use super::Loaded;
use motcua_engine::search::fold::key_text;
use motcua_engine::search::plan::{Plan, Reading, Role, plan};
use motcua_engine::search::rank::{Filter, Ranked};
use motcua_engine::search::{Hit, SearchQuery, SearchResults, Why, Words, fold};
use rusqlite::Connection;
use std::collections::HashSet;

/// At most so many hits in one answer, whatever is asked.
const LIMIT_MAX: usize = 100;
/// If no name holds this share of the query, papers and texts are asked too.
const NAMED_ENOUGH: f64 = 0.6;
/// So many procedures at most are taken by their papers, and as many by their texts.
const DEEP_MAX: usize = 20;
/// What papers that hold all the words are worth, and a text that does: less than most of a name.
const PAPERS_SCORE: f64 = 0.9;
const TEXT_SCORE: f64 = 0.5;
/// The score of a code found: above any words.
const CODE_SCORE: f64 = 10.0;
/// So many suggestions are given.
const SUGGESTIONS: usize = 3;
/// A snippet has at most so many characters.
const SNIPPET_CHARACTERS: usize = 200;

/// The search itself: read the text, rank, cut the page, add a few words of each.
pub(super) fn search(
    connection: &Connection,
    words: &Words,
    loaded: &Loaded,
    query: &SearchQuery,
) -> rusqlite::Result<SearchResults> {
    let plan = plan(&query.text, words, &loaded.vocabulary);
    let filter = Filter {
        field: query.field.as_deref().map(fold).filter(|field| !field.is_empty()),
        level: query.level,
        audience: query.audience,
    };
    let reader = Reader {
        connection,
        loaded,
        filter,
    };
    let found = reader.found(&query.text, &plan)?;
    let limit = query.limit.min(LIMIT_MAX);
    let more = found.len() > query.offset.saturating_add(limit);
    let suggestions = if found.is_empty() {
        reader.suggestions(&plan)?
    } else {
        Vec::new()
    };
    let hits = found
        .into_iter()
        .skip(query.offset)
        .take(limit)
        .map(|found| reader.hit(&found, &plan))
        .collect::<rusqlite::Result<_>>()?;
    Ok(SearchResults {
        hits,
        more,
        read_as: plan.read_as,
        suggestions,
    })
}

struct Reader<'a> {
    connection: &'a Connection,
    loaded: &'a Loaded,
    filter: Filter,
}

struct Found {
    place: usize,
    score: f64,
    by: By,
}

/// What a procedure was found by.
enum By {
    Code,
    Name { reading: usize },
    Text,
    Filter,
}

impl Reader<'_> {
    /// Codes first, then names, then what only papers and texts hold; or all that the filter leaves.
    fn found(&self, text: &str, plan: &Plan) -> rusqlite::Result<Vec<Found>> {
        if text.trim().is_empty() {
            let listed = self.loaded.names.listed(&self.filter);
            return Ok(listed
                .map(|place| Found {
                    place,
                    score: self.loaded.names.standing(place),
                    by: By::Filter,
                })
                .collect());
        }
        let mut found = Vec::new();
        if let Some(digits) = &plan.code_digits {
            let coded = self.loaded.names.with_code(digits, &self.filter);
            found.extend(coded.into_iter().map(|place| Found {
                place,
                score: CODE_SCORE,
                by: By::Code,
            }));
        }
        let named = self.loaded.names.rank(&plan.readings, &self.filter);
        let well_named = named.iter().any(|ranked| ranked.coverage >= NAMED_ENOUGH);
        found.extend(named.into_iter().map(
            |Ranked {
                 place,
                 score,
                 reading,
                 ..
             }| Found {
                place,
                score,
                by: By::Name { reading },
            },
        ));
        if !well_named {
            found.extend(self.deep(plan)?);
            found.sort_by(|a, b| b.score.total_cmp(&a.score));
        }
        let mut seen = HashSet::new();
        found.retain(|found| seen.insert(found.place));
        Ok(found)
    }

    /// Procedures whose papers, or whose long text, hold all the words as typed.
    fn deep(&self, plan: &Plan) -> rusqlite::Result<Vec<Found>> {
        let Some(ask) = plan
            .readings
            .iter()
            .rfind(|reading| reading.meaning.is_none())
            .and_then(all_of)
        else {
            return Ok(Vec::new());
        };
        let mut found = Vec::new();
        for (ask, worth) in [(format!("papers : ({ask})"), PAPERS_SCORE), (ask, TEXT_SCORE)] {
            let mut statement = self
                .connection
                .prepare_cached("SELECT rowid FROM deep WHERE deep MATCH ?1 ORDER BY rowid")?;
            let mut rows = statement.query([ask])?;
            let mut taken = 0;
            while let Some(row) = rows.next()? {
                let place = usize::try_from(row.get::<_, i64>(0)?).unwrap_or(usize::MAX);
                if self.loaded.names.admits(place, &self.filter) {
                    let score = worth + self.loaded.names.standing(place);
                    found.push(Found {
                        place,
                        score,
                        by: By::Text,
                    });
                    taken += 1;
                }
                if taken == DEEP_MAX {
                    break;
                }
            }
        }
        Ok(found)
    }

    fn hit(&self, found: &Found, plan: &Plan) -> rusqlite::Result<Hit> {
        let row = self
            .connection
            .prepare_cached("SELECT code, title, field, excerpt FROM procedure WHERE id = ?1")?
            .query_row([i64::try_from(found.place).unwrap_or(i64::MAX)], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get::<_, String>(3)?))
            })?;
        let (code, title, field, excerpt) = row;
        let wanted = plan
            .readings
            .iter()
            .flat_map(|reading| &reading.terms)
            .filter(|term| term.role != Role::Noise)
            .map(|term| term.syllable.folded.as_str())
            .collect();
        let why = match found.by {
            By::Code => Why::Code,
            By::Filter => Why::Listed,
            By::Text => Why::Text,
            By::Name { reading } => match plan.readings.get(reading).and_then(|r| r.meaning.clone()) {
                Some((said, law)) => Why::Meaning { said, law },
                None => Why::Title,
            },
        };
        Ok(Hit {
            snippet: snippet(&excerpt, &wanted),
            code,
            title,
            field,
            why,
            score: found.score,
        })
    }

    /// Nothing was found: the names nearest to the words, else the commonest.
    fn suggestions(&self, asked: &Plan) -> rusqlite::Result<Vec<String>> {
        let near: Vec<&str> = asked
            .readings
            .iter()
            .flat_map(|reading| &reading.terms)
            .filter_map(|term| self.loaded.vocabulary.nearest(&term.syllable.folded))
            .collect();
        let plan = plan(&near.join(" "), &Words::default(), &self.loaded.vocabulary);
        let anywhere = Filter::default();
        let named = self
            .loaded
            .names
            .rank(&plan.readings, &anywhere)
            .into_iter()
            .map(|found| found.place);
        let common = self.loaded.names.listed(&anywhere);
        let mut titles: Vec<String> = Vec::new();
        for place in named.chain(common).take(2 * SUGGESTIONS) {
            let title: String = self
                .connection
                .prepare_cached("SELECT title FROM procedure WHERE id = ?1")?
                .query_row([i64::try_from(place).unwrap_or(i64::MAX)], |row| row.get(0))?;
            if titles.len() < SUGGESTIONS && !titles.contains(&title) {
                titles.push(title);
            }
        }
        Ok(titles)
    }
}

/// All telling syllables of a reading, as FTS5 takes them for nothing but syllables. Folded Vietnamese is
/// ASCII; of other scripts FTS5 might make several words of one, and no procedure is written in them.
fn all_of(reading: &Reading) -> Option<String> {
    let terms: Vec<&str> = reading
        .terms
        .iter()
        .filter(|term| term.role != Role::Noise)
        .map(|term| term.syllable.folded.as_str())
        .collect();
    let is_plain = |term: &&str| term.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (!terms.is_empty() && terms.iter().all(is_plain)).then(|| format!("\"{}\"", terms.join("\" AND \"")))
}

/// A few words of the text: the first sentence that holds most of what is wanted.
fn snippet(text: &str, wanted: &HashSet<&str>) -> String {
    let worth = |sentence: &str| {
        let key = key_text(sentence);
        let held: HashSet<&str> = key.split(' ').filter(|term| wanted.contains(term)).collect();
        held.len()
    };
    let best = text
        .split(['\n', ';', '.'])
        .map(str::trim)
        .filter(|sentence| sentence.len() > 20)
        .rev()
        .max_by_key(|sentence| worth(sentence));
    let Some(sentence) = best else {
        return String::new();
    };
    let short: String = sentence.chars().take(SNIPPET_CHARACTERS - 1).collect();
    if short.len() < sentence.len() {
        let whole_words = short.rsplit_once(' ').map_or(short.as_str(), |(words, _)| words);
        format!("{whole_words}…")
    } else {
        short
    }
}
