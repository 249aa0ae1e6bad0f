use axum::http::header::LOCATION;

use super::see;

fn led_to(path: &str) -> String {
    let response = see(path);
    let location = response
        .headers()
        .get(LOCATION)
        .map(|value| value.as_bytes().to_vec());
    String::from_utf8(location.unwrap_or_default()).unwrap()
}

#[test]
fn an_address_that_browsers_would_read_otherwise_leads_home() {
    assert_eq!(led_to("/cases?to=check"), "/cases?to=check");
    for path in [
        "/\t/elsewhere.example",
        "/\n/elsewhere.example",
        "/drafts/\r\nX: y/check",
        "/\u{85}/a",
    ] {
        assert_eq!(led_to(path), "/", "{path:?}");
    }
}
