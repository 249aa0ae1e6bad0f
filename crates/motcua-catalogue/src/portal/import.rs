//! Reading a crawl of the portal, line by line.

use std::collections::BTreeMap;
use std::io::{self, BufRead};

use motcua_domain::catalogue::{ConfirmationItem, ProcedureCode, ProcedureVersion, Trap};
use serde::Serialize;

use super::finding::Findings;
use super::limit::Limits;
use super::record::Record;
use super::{charge, content, convert, text};

/// Longest line that is read, in bytes. The longest real record has 190,000; a longer line is refused unread, so that
/// no file can fill the memory.
const LINE_BYTES_MAX: usize = 4 * 1024 * 1024;

/// A record that was understood.
#[derive(Clone, Debug)]
pub struct ImportedRecord {
    /// Its line in the file, from 1.
    pub line: u64,
    /// The version it describes.
    pub version: ProcedureVersion,
    /// What a person must settle.
    pub items: Vec<ConfirmationItem>,
    /// The line as it came, without the line break.
    pub raw: Vec<u8>,
}

/// A line that was not understood; it stops no other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct Rejected {
    /// The line, from 1.
    pub line: u64,
    /// Why.
    pub reason: String,
}

/// What an import came to.
///
/// On the national crawl of 2026-07-18 these are 5,665 procedures, 16,558 ways of filing, 28,064 papers, 7,014 results
/// and 23,561 legal references: the same as in the flattened file beside it, and in `domain.md`. The record also
/// carries bare identifiers of legal references (23,574); the 13 that the portal itself could not resolve have neither
/// number nor title and are not counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ImportCounts {
    /// Records kept, the internal ones among them.
    pub procedures: u64,
    /// Entries by way of filing, each with a limit of its own.
    pub channel_times: u64,
    /// Required papers, over all groups.
    pub requirements: u64,
    /// Kinds of result.
    pub outcomes: u64,
    /// Legal references.
    pub legal_bases: u64,
    /// Matters that a person must settle.
    pub needs_confirmation: u64,
    /// Lines that were not understood.
    pub rejected: Vec<Rejected>,
}

/// What is known only when the whole file was read.
#[derive(Clone, Debug, Default)]
pub struct ImportEnding {
    /// The counts.
    pub counts: ImportCounts,
    /// What a person must settle because of other records in the file: names that repeat, codes that stand twice.
    pub items: Vec<ConfirmationItem>,
}

/// Reads the portal's JSON lines; ask [`Import::finish`] for the rest when the iterator has ended.
pub fn import<R: BufRead>(reader: R) -> Import<R> {
    Import {
        reader,
        line: 0,
        is_over: false,
        counts: ImportCounts::default(),
        seen: BTreeMap::new(),
        codes_by_name: BTreeMap::new(),
        duplicates: Vec::new(),
    }
}

/// An import under way.
pub struct Import<R> {
    reader: R,
    line: u64,
    is_over: bool,
    counts: ImportCounts,
    seen: BTreeMap<ProcedureCode, Seen>,
    codes_by_name: BTreeMap<String, Vec<ProcedureCode>>,
    duplicates: Vec<ConfirmationItem>,
}

/// A record that was understood, to tell the same record twice from two procedures under one code.
struct Seen {
    line: u64,
    portal_id: String,
}

impl<R: BufRead> Import<R> {
    /// The counts so far, and what only the whole file shows. Call it when the iterator has ended.
    pub fn finish(self) -> ImportEnding {
        let mut items = self.duplicates;
        for (name, codes) in self.codes_by_name.iter().filter(|(_, codes)| codes.len() > 1) {
            for code in codes {
                let others: Vec<&str> = codes
                    .iter()
                    .filter(|other| *other != code)
                    .map(ProcedureCode::as_str)
                    .collect();
                items.push(ConfirmationItem {
                    procedure: code.clone(),
                    trap: Trap::NameRepeats,
                    path: "name".to_owned(),
                    raw: format!("{name} ({})", others.join(", ")),
                    proposal: None,
                });
            }
        }
        let mut counts = self.counts;
        counts.needs_confirmation += items.len() as u64;
        ImportEnding { counts, items }
    }

    fn reject(&mut self, reason: String) -> Rejected {
        let rejected = Rejected {
            line: self.line,
            reason,
        };
        self.counts.rejected.push(rejected.clone());
        rejected
    }

    /// The code under which a record is kept, and the line of its namesake if there is one. The same record twice (by
    /// the portal's identifier) is kept once. Two procedures under one code are both kept, the later one with the end
    /// of its identifier behind the code, until a person settles which of them owns it: the crawl of 2026-07-18 has
    /// one such pair, two provinces' procedures told apart by a blank.
    fn told_apart(
        &mut self,
        code: ProcedureCode,
        portal_id: &str,
    ) -> Result<(ProcedureCode, Option<u64>), String> {
        let Some(first) = self.seen.get(&code) else {
            return Ok((code, None));
        };
        let line = first.line;
        let own = own_code(&code, portal_id).filter(|_| first.portal_id != portal_id);
        if let Some(own) = own.filter(|own| !self.seen.contains_key(own)) {
            return Ok((own, Some(line)));
        }
        let reason = format!("{code} stands already in line {line}; the first is kept");
        self.duplicates.push(ConfirmationItem {
            procedure: code,
            trap: Trap::DuplicateCode,
            path: "code".to_owned(),
            raw: format!("lines {line} and {}", self.line),
            proposal: None,
        });
        Err(reason)
    }

    /// Understands one line.
    fn read(&mut self, raw: Vec<u8>) -> Result<ImportedRecord, String> {
        let written = std::str::from_utf8(&raw).map_err(|error| format!("not UTF-8: {error}"))?;
        let record: Record = serde_json::from_str(written).map_err(|error| error.to_string())?;
        let code = ProcedureCode::new(&record.code).map_err(|error| error.to_string())?;
        let name = text::one_line(&record.name);
        if name.is_empty() {
            return Err(format!("{code} has no name"));
        }
        if let Some(stranger) = record
            .execution_methods
            .iter()
            .find(|method| super::limit::channel(method).is_none())
        {
            return Err(format!(
                "{code} has an unknown way of filing {:?}",
                stranger.submission_method
            ));
        }
        let (code, namesake) = self.told_apart(code, &record.id)?;
        let limits = Limits::of(&record);
        let mut findings = Findings::default();
        limits.report(&record, &mut findings);
        charge::report(&record, &mut findings);
        content::report(&record, &code, &mut findings);
        if let Some(first) = namesake {
            let raw = format!("{:?}, lines {first} and {}", record.code, self.line);
            findings.part(Trap::DuplicateCode, "code", &raw, Some(code.to_string()));
        }
        let items = findings.items(&code);
        let version = convert::version(&record, &code, limits);
        self.count(&version, &items);
        self.seen.insert(
            code.clone(),
            Seen {
                line: self.line,
                portal_id: record.id,
            },
        );
        self.codes_by_name
            .entry(name.to_lowercase())
            .or_default()
            .push(code);
        Ok(ImportedRecord {
            line: self.line,
            version,
            items,
            raw,
        })
    }

    fn count(&mut self, version: &ProcedureVersion, items: &[ConfirmationItem]) {
        self.counts.procedures += 1;
        self.counts.channel_times += version.channels.len() as u64;
        self.counts.requirements += version.requirements().count() as u64;
        self.counts.outcomes += version.outcomes.len() as u64;
        self.counts.legal_bases += version.legal_bases.len() as u64;
        self.counts.needs_confirmation += items.len() as u64;
    }
}

impl<R: BufRead> Iterator for Import<R> {
    type Item = Result<ImportedRecord, Rejected>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.is_over {
            self.line += 1;
            let line = match next_line(&mut self.reader) {
                Ok(Some(line)) => line,
                Ok(None) => {
                    self.is_over = true;
                    return None;
                }
                Err(error) => {
                    self.is_over = true;
                    return Some(Err(
                        self.reject(format!("the file cannot be read further: {error}"))
                    ));
                }
            };
            let Line::Whole(mut raw) = line else {
                return Some(Err(self.reject(format!("longer than {LINE_BYTES_MAX} bytes"))));
            };
            if self.line == 1 && raw.starts_with(b"\xef\xbb\xbf") {
                raw.drain(..3);
            }
            if raw.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            return Some(self.read(raw).map_err(|reason| self.reject(reason)));
        }
        None
    }
}

/// The code with the end of the portal's identifier behind it, `1.014325-0fca4c`.
fn own_code(code: &ProcedureCode, portal_id: &str) -> Option<ProcedureCode> {
    const LETTERS: usize = 6;
    let end = portal_id.len().checked_sub(LETTERS)?;
    ProcedureCode::new(&format!("{code}-{}", portal_id.get(end..)?)).ok()
}

/// A line of the file, or the fact that it was too long to be read.
enum Line {
    Whole(Vec<u8>),
    TooLong,
}

/// The next line without its break; `None` at the end of the file.
fn next_line(reader: &mut impl BufRead) -> io::Result<Option<Line>> {
    let mut line = Vec::new();
    let (mut is_any, mut is_too_long) = (false, false);
    loop {
        let part = reader.fill_buf()?;
        if part.is_empty() {
            break;
        }
        is_any = true;
        let end = part.iter().position(|byte| *byte == b'\n');
        let taken = part.get(..end.unwrap_or(part.len())).unwrap_or_default();
        is_too_long |= line.len() + taken.len() > LINE_BYTES_MAX;
        if !is_too_long {
            line.extend_from_slice(taken);
        }
        let used = end.map_or(part.len(), |end| end + 1);
        reader.consume(used);
        if end.is_some() {
            break;
        }
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    Ok(is_any.then_some(if is_too_long {
        Line::TooLong
    } else {
        Line::Whole(line)
    }))
}
