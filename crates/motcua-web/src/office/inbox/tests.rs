use motcua_domain::id::CaseId;
use motcua_domain::time::Instant;
use motcua_engine::ports::Cursor;
use motcua_engine::view::Queue;
use motcua_text::{Lang, Text};

use super::{Wanted, bounded, cursor, queue_name, step_name};

#[test]
fn counts_end_at_ninety_nine() {
    assert_eq!(bounded(0), "0");
    assert_eq!(bounded(99), "99");
    assert_eq!(bounded(100), "99+");
}

#[test]
fn the_place_of_a_page_survives_its_address() {
    let place = Cursor {
        at: Instant::from_millis(1_764_000_000_000),
        id: "0193a1b2-0000-7000-8000-000000000001".parse::<CaseId>().unwrap(),
    };
    let written = Wanted::queue(Queue::Late).address(Some(place));
    assert_eq!(
        written,
        "/desk?queue=late&after=1764000000000.0193a1b2-0000-7000-8000-000000000001"
    );
    let (_, after) = written.split_once("after=").unwrap();
    assert_eq!(cursor(after), Some(place));
    assert_eq!(cursor("yesterday"), None);
    assert_eq!(cursor(""), None);
}

#[test]
fn every_queue_and_step_has_its_words_in_both_languages() {
    for lang in [Lang::Vi, Lang::En] {
        let t = Text::of(lang);
        for queue in Queue::ALL {
            assert!(!queue_name(t, queue).starts_with("office-"), "{queue:?}");
        }
        for step in motcua_domain::case::Step::ALL {
            assert!(!step_name(t, step).starts_with("office-"), "{step:?}");
        }
    }
}
