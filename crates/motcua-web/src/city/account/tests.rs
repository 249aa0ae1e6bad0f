use super::local_path;

#[test]
fn only_a_path_of_our_own_is_a_destination() {
    assert_eq!(local_path(Some("/cases?to=check")), "/cases?to=check");
    let long = format!("/{}", "a".repeat(500));
    let elsewhere = [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        &long,
    ];
    for to in elsewhere {
        assert_eq!(local_path(Some(to)), "/", "{to:?}");
    }
    assert_eq!(local_path(None), "/");
}
