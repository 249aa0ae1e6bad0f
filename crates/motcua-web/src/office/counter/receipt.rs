//! The receipt beside the form: what would be printed if the dossier were received at this moment.

use motcua_engine::filing::CounterView;

use crate::edge::Officer;
use crate::words::{self, pick};

/// The receipt as it stands.
pub(super) struct Receipt {
    /// The desk.
    pub(super) desk: String,
    /// What it is called.
    pub(super) title: String,
    /// Its lines.
    pub(super) lines: Vec<(String, String)>,
    /// What follows.
    pub(super) note: String,
}

impl Receipt {
    pub(super) fn of(officer: &Officer, view: &CounterView) -> Self {
        let t = officer.visitor.t();
        let engine = officer.visitor.edge.engine();
        let desk = engine
            .city()
            .centre_name(&officer.staff.agency, engine.now().day());
        let mut lines = vec![(t.counter_receipt_person(), view.name.clone())];
        let mut title = t.counter_receipt_title();
        let mut note = t.counter_receipt_empty();
        if let Some(filing) = &view.filing {
            lines.push((
                t.counter_receipt_content(),
                pick(&filing.procedure, t.lang()).to_owned(),
            ));
            lines.push((t.counter_receipt_at(), words::moment(t, filing.now)));
            if let Some(due) = filing.due {
                lines.push((t.counter_receipt_due(), words::moment(t, due.at)));
            }
            for line in &filing.charges {
                let mut amount = t.dong(line.due.get());
                if line.relief.is_some() {
                    amount = t.counter_receipt_reduced(amount, t.dong(line.list.get()));
                }
                lines.push((
                    words::say(t, &format!("counter-kind-{}", line.kind.name().replace('_', "-"))),
                    amount,
                ));
            }
            note = if filing.is_immediate {
                title = t.counter_receipt_immediate_title();
                t.counter_receipt_immediate()
            } else {
                t.counter_receipt_note()
            };
        }
        Self {
            desk: pick(&desk, t.lang()).to_owned(),
            title,
            lines,
            note,
        }
    }
}
