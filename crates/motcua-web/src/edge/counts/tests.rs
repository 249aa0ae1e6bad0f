use super::*;

#[test]
fn requests_are_told_in_the_format_that_is_scraped() {
    let counts = Counts::default();
    for took_ms in [1, 7, 900, 70_000] {
        counts.request("city", "/cases/{name}", &Method::GET, StatusCode::OK, took_ms);
    }
    counts.request(
        "staff",
        "none",
        &Method::from_bytes(b"BREW").unwrap(),
        StatusCode::NOT_FOUND,
        2,
    );
    counts.turned_away(Class::Track);
    insta::assert_snapshot!(counts.exposition());
}
