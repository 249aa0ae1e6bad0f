use super::{counts, skipped_test};

#[test]
fn the_runners_sum_is_read_whether_it_is_good_or_bad() {
    let good = counts("ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.42s");
    assert_eq!((good.passed, good.failed), (12, 0));
    let bad = counts("FAILED. 7 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.00s");
    assert_eq!((bad.passed, bad.failed), (7, 2));
}

#[test]
fn a_test_that_did_not_run_is_named_with_or_without_a_reason() {
    assert_eq!(skipped_test("test case::late ... ignored"), Some("case::late"));
    assert_eq!(
        skipped_test("test case::late ... ignored, needs a browser"),
        Some("case::late")
    );
    assert_eq!(
        skipped_test("SKIPPED postgres: no initdb on this machine"),
        Some("postgres")
    );
    assert_eq!(skipped_test("test case::late ... ok"), None);
    assert_eq!(skipped_test("nothing of the kind"), None);
}
