//! Tables that leave the building as files: CSV and XLSX, in which nothing that somebody typed is ever a formula.

use axum::response::Response;

use crate::papers::attachment;

mod workbook;

#[cfg(test)]
mod tests;

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// Words.
    Words(String),
    /// A count.
    Count(u64),
}

impl From<String> for Cell {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<u64> for Cell {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sheet {
    /// What stands above the table: title, period, and the rules of the figures.
    pub above: Vec<String>,
    /// The columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// The two kinds of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// Text with commas, in UTF-8 with its mark, so that a spreadsheet reads Vietnamese.
    Csv,
    /// A workbook.
    Xlsx,
}

impl Format {
    /// The kind of a name in an address.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        match name {
            "csv" => Some(Self::Csv),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }
}

impl Sheet {
    /// The table as a file to keep. `None` if it cannot be packed.
    pub(super) fn file(&self, name: &str, format: Format) -> Option<Response> {
        let (ending, media_type, bytes) = match format {
            Format::Csv => ("csv", "text/csv; charset=utf-8", self.csv().into_bytes()),
            Format::Xlsx => (
                "xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                workbook::of(self)?,
            ),
        };
        Some(attachment(&format!("{name}.{ending}"), media_type, bytes))
    }

    /// The table as comma-separated values (RFC 4180).
    pub(super) fn csv(&self) -> String {
        let mut text = String::from("\u{feff}");
        for line in &self.above {
            push_line(&mut text, &[quoted(line)]);
        }
        let columns: Vec<String> = self.columns.iter().map(|name| quoted(name)).collect();
        push_line(&mut text, &columns);
        for row in &self.rows {
            let cells: Vec<String> = row
                .iter()
                .map(|cell| match cell {
                    Cell::Words(words) => quoted(words),
                    Cell::Count(count) => count.to_string(),
                })
                .collect();
            push_line(&mut text, &cells);
        }
        text
    }
}

fn push_line(text: &mut String, cells: &[String]) {
    text.push_str(&cells.join(","));
    text.push_str("\r\n");
}

/// A cell of words. A spreadsheet takes what begins with one of these for a formula; behind an apostrophe it is words.
fn quoted(words: &str) -> String {
    let mark = match words.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') => "'",
        _ => "",
    };
    format!("\"{mark}{}\"", words.replace('"', "\"\""))
}
