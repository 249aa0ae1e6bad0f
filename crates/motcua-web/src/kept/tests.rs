use std::io::Read as _;

use axum::body::to_bytes;
use axum::http::{HeaderMap, HeaderValue, header};
use flate2::read::GzDecoder;

use super::{Kept, accepts_gzip};

#[test]
fn a_refused_coding_is_not_sent() {
    assert!(accepts_gzip("gzip, deflate, br"));
    assert!(accepts_gzip("br;q=1.0, GZIP;q=0.8"));
    assert!(!accepts_gzip("gzip;q=0, br"));
    assert!(!accepts_gzip("gzip; q=0.0"));
    assert!(!accepts_gzip("identity"));
}

#[tokio::test]
async fn both_forms_say_the_same() {
    let words = "Tôi cần làm gì? ".repeat(40);
    let kept = Kept::of("text/html; charset=utf-8", words.clone());
    let mut asked = HeaderMap::new();
    let plain = kept.answer(&asked);
    assert!(!plain.headers().contains_key(header::CONTENT_ENCODING));
    assert_eq!(plain.headers()[header::VARY], "accept-encoding");
    let plain = to_bytes(plain.into_body(), 1 << 16).await.unwrap();
    assert_eq!(plain, words.as_bytes());

    asked.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
    let gzipped = kept.answer(&asked);
    assert_eq!(gzipped.headers()[header::CONTENT_ENCODING], "gzip");
    let gzipped = to_bytes(gzipped.into_body(), 1 << 16).await.unwrap();
    assert!(gzipped.len() < plain.len());
    let mut read = String::new();
    GzDecoder::new(gzipped.as_ref())
        .read_to_string(&mut read)
        .unwrap();
    assert_eq!(read, words);
}
