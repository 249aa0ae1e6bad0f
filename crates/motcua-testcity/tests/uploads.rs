//! Uploads: how many one may send, and what becomes of those that nothing refers to.

use std::sync::Arc;

use motcua_domain::catalogue::ProcedureVersion;
use motcua_engine::city::Procedures;
use motcua_engine::engine::UseError;
use motcua_engine::filing::FILES_OF_DAY_MAX;
use motcua_engine::ports::{CaseStore as _, FileStoreError, Inspected, StoreError};
use motcua_testcity::{BEES, TestCity};

fn photo() -> Inspected {
    Inspected {
        media_type: "image/jpeg".to_owned(),
        pages: vec![b"page".to_vec()],
    }
}

#[test]
fn uploads_that_nothing_refers_to_are_gone_after_a_day_with_their_content() {
    let city = TestCity::new();
    let lan = city.resident("Nguyễn Thị Lan");
    let keeps = |bytes: &[u8]| {
        city.engine
            .keep_file(&lan.person, "a.jpg", bytes, &photo())
            .unwrap()
    };
    let lost = keeps(b"photo of nothing");
    let hash = city.store.file(lost).unwrap().unwrap().hash;
    let sent = lan.asks_for_bees();
    let draft = lan.starts(BEES);
    lan.attaches(draft, "anh-ban-cong");
    assert_eq!(city.engine.forget_orphans().unwrap(), 0, "nothing is a day old");
    city.hours_pass(25);
    assert_eq!(city.engine.forget_orphans().unwrap(), 1);
    assert_eq!(city.store.file(lost).unwrap(), None);
    assert!(matches!(city.files().open(&hash), Err(FileStoreError::Missing)));
    for paper in city.case(&sent).papers {
        let row = city.store.file(paper.file).unwrap().unwrap();
        assert!(city.files().open(&row.hash).is_ok(), "what a case has stays");
    }
    city.engine.discard_draft(&lan.person, draft).unwrap();
    assert_eq!(
        city.engine.forget_orphans().unwrap(),
        1,
        "a draft that was thrown away lets go"
    );
    assert_eq!(city.engine.forget_orphans().unwrap(), 0, "twice is once");
    let content = city
        .store
        .file(city.case(&sent).papers.first().unwrap().file)
        .unwrap();
    assert!(
        city.files().open(&content.unwrap().hash).is_ok(),
        "the same photo in a case stays"
    );
    city.worker_runs();
}

#[test]
fn one_may_upload_so_much_a_day_and_goes_on_the_day_after() {
    let city = TestCity::new();
    let (lan, other) = (city.resident("Nguyễn Thị Lan"), city.resident("Trần Văn An"));
    let keeps = |n: u64| {
        let bytes = n.to_be_bytes();
        city.engine.keep_file(&lan.person, "a.jpg", &bytes, &photo())
    };
    for n in 0..FILES_OF_DAY_MAX {
        keeps(n).unwrap();
    }
    assert!(matches!(keeps(999), Err(UseError::Unusable("file-quota"))));
    let others = city.engine.keep_file(&other.person, "a.jpg", b"photo", &photo());
    assert!(others.is_ok(), "one does not use up another's");
    city.hours_pass(24);
    city.clock.advance(1);
    assert!(keeps(999).is_ok());
}

/// A catalogue whose store does not answer.
struct Broken;

impl Procedures for Broken {
    fn version(&self, _: &str) -> Result<Option<Arc<ProcedureVersion>>, StoreError> {
        Err(StoreError("the disk is away".to_owned()))
    }

    fn count(&self) -> usize {
        1
    }
}

#[test]
fn a_catalogue_that_cannot_be_read_is_a_failure_and_not_a_page_that_does_not_exist() {
    let city = TestCity::new();
    let engine = city.engine_over(Arc::new(Broken));
    assert!(matches!(engine.procedure("1.000001"), Err(UseError::Failed(_))));
    assert!(engine.procedure(BEES).is_ok(), "the city's own are in memory");
    assert!(matches!(
        city.engine.procedure("1.000001"),
        Err(UseError::NotFound)
    ));
}
