//! What the importer found in one record, gathered so that a person settles each matter once: rows that say the same
//! become one item.

use motcua_domain::catalogue::{ConfirmationItem, ProcedureCode, Trap};

/// One matter, with the rows it was seen in.
struct Finding {
    trap: Trap,
    list: &'static str,
    rows: Vec<usize>,
    part: &'static str,
    raw: String,
    proposal: Option<String>,
}

/// The findings of one record.
#[derive(Default)]
pub(super) struct Findings(Vec<Finding>);

impl Findings {
    /// Notes a trap in row `row` of `list`, at `part` of the row.
    pub(super) fn row(
        &mut self,
        trap: Trap,
        (list, row, part): (&'static str, usize, &'static str),
        raw: &str,
        proposal: Option<String>,
    ) {
        let same = self.0.iter_mut().find(|known| {
            (known.trap, known.list, known.part) == (trap, list, part)
                && known.raw == raw
                && known.proposal == proposal
        });
        match same {
            Some(known) if known.rows.contains(&row) => {}
            Some(known) => known.rows.push(row),
            None => self.0.push(Finding {
                trap,
                list,
                rows: vec![row],
                part,
                raw: raw.to_owned(),
                proposal,
            }),
        }
    }

    /// Notes a trap in a part of the record that is no row.
    pub(super) fn part(&mut self, trap: Trap, part: &'static str, raw: &str, proposal: Option<String>) {
        self.0.push(Finding {
            trap,
            list: "",
            rows: Vec::new(),
            part,
            raw: raw.to_owned(),
            proposal,
        });
    }

    /// As items of the procedure, in the order of the traps.
    pub(super) fn items(self, procedure: &ProcedureCode) -> Vec<ConfirmationItem> {
        let mut items: Vec<ConfirmationItem> = self
            .0
            .into_iter()
            .map(|finding| ConfirmationItem {
                procedure: procedure.clone(),
                trap: finding.trap,
                path: path(finding.list, &finding.rows, finding.part),
                raw: finding.raw,
                proposal: finding.proposal,
            })
            .collect();
        items.sort_by_key(|item| item.trap);
        items
    }
}

/// `executionMethods[0,2].processingTime`; without rows the part alone.
fn path(list: &str, rows: &[usize], part: &str) -> String {
    if rows.is_empty() {
        return part.to_owned();
    }
    let rows: Vec<String> = rows.iter().map(ToString::to_string).collect();
    format!("{list}[{}]{part}", rows.join(","))
}
