use motcua_domain::catalogue::Trap;
use motcua_text::Lang;

use super::*;

#[test]
fn every_trap_has_a_name_and_a_reason_in_words() {
    for trap in Trap::ALL {
        for lang in [Lang::Vi, Lang::En] {
            let row = ConfirmationRow {
                code: "1.000001".to_owned(),
                trap: trap.code().to_owned(),
                path: "executionMethods[0].fees".to_owned(),
                raw: "700".to_owned(),
                reason: format!("{} Proposed: 700000.", trap.reason()),
            };
            let item = Item::of(Text::of(lang), row);
            assert!(!item.trap.contains(trap.code()), "{trap} {lang:?}");
            assert!(
                !item.why.contains(trap.code()) && item.why != item.trap,
                "{trap} {lang:?}"
            );
            assert!(
                item.proposed.contains("700000"),
                "{trap} {lang:?}: {}",
                item.proposed
            );
        }
    }
}
