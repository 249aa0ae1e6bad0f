use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use axum::response::Response;
use tower::ServiceExt as _;

use super::{Asset, FILES, routes};
use crate::kept::Kept;

async fn get(url: &str, accept_encoding: &str) -> Response {
    let request = Request::get(url)
        .header(header::ACCEPT_ENCODING, accept_encoding)
        .body(Body::empty())
        .unwrap();
    routes::<()>().with_state(()).oneshot(request).await.unwrap()
}

fn header_of(response: &Response, name: header::HeaderName) -> &str {
    response
        .headers()
        .get(name)
        .map_or("", |value| value.to_str().unwrap())
}

#[tokio::test]
async fn a_file_with_its_hash_may_be_kept_for_ever() {
    for asset in Asset::ALL {
        let response = get(asset.url(), "br, gzip").await;
        assert_eq!(response.status(), StatusCode::OK, "{asset:?}");
        assert!(header_of(&response, header::CACHE_CONTROL).contains("immutable"));
        assert_eq!(header_of(&response, header::CONTENT_ENCODING), "gzip");
        assert_eq!(header_of(&response, header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    }
}

#[tokio::test]
async fn a_page_of_the_version_before_gets_the_present_file_but_may_not_keep_it() {
    let response = get("/static/motcua.0123456789ab.css", "identity").await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(header_of(&response, header::CACHE_CONTROL), "no-cache");
    assert_eq!(
        header_of(&response, header::CONTENT_TYPE),
        "text/css; charset=utf-8"
    );
    let body = to_bytes(response.into_body(), 1 << 20).await.unwrap();
    assert!(body.starts_with(b"/* V"));
}

#[tokio::test]
async fn other_names_are_not_found() {
    for url in [
        "/static/secret.css",
        "/static/motcua",
        "/static/..%2fCargo.toml",
        "/static/motcua.0123456789ab.map",
    ] {
        assert_eq!(get(url, "gzip").await.status(), StatusCode::NOT_FOUND, "{url}");
    }
}

#[test]
fn the_style_sheet_names_the_drawings_by_their_hashes() {
    let style = FILES.iter().find(|file| file.asset == Asset::Style).unwrap();
    let style = String::from_utf8(style.kept.plain().to_vec()).unwrap();
    assert!(style.contains(&format!("url({})", Asset::Hero.url())));
    assert!(style.contains(&format!("url({})", Asset::Arches.url())));
    assert!(
        !style.contains("url(hero.svg)") && !style.contains("data:"),
        "the policy allows own files only"
    );
}

#[test]
fn the_files_keep_within_the_budgets_of_the_design() {
    for (asset, bytes_max) in [
        (Asset::Style, 12_000),
        (Asset::Icons, 3_000),
        (Asset::Hero, 1_000),
        (Asset::Mark, 500),
        (Asset::MarkLight, 500),
        (Asset::Arches, 500),
    ] {
        let bytes = Kept::of("", asset.source()).gzipped().len();
        assert!(
            bytes <= bytes_max,
            "{asset:?} is {bytes} bytes compressed, {bytes_max} allowed"
        );
    }
    assert!(
        Asset::Script.source().len() < 15_000,
        "the script is bounded uncompressed"
    );
}
