use super::*;

fn refused(city: &str, staff: &str, papers: &str) -> String {
    origins(city, staff, papers).unwrap_err().to_string()
}

#[test]
fn three_hosts_of_their_own_are_taken() {
    let read = origins(
        "https://motcua.example/",
        "https://canbo.example",
        "https://papers.example",
    )
    .unwrap();
    assert_eq!(read.city, "https://motcua.example");
    assert!(read.is_secure());
    origins(
        "https://dvc.danang.gov.vn",
        "https://canbo.danang.gov.vn",
        "https://giayto.danang.gov.vn",
    )
    .unwrap();
    origins(
        "http://city.localhost:8080",
        "http://staff.localhost:8081",
        "http://papers.localhost:8080",
    )
    .unwrap();
}

#[test]
fn origins_that_share_cookies_are_refused_in_words() {
    let fine = "https://papers.other";
    for (city, staff) in [
        ("https://motcua.example", "https://motcua.example"),
        ("https://motcua.example", "https://MOTCUA.example:8443"),
        ("https://motcua.example", "https://motcua.example."),
        ("https://motcua.example", "https://staff.motcua.example"),
        ("https://city.motcua.example", "https://motcua.example"),
    ] {
        let why = refused(city, staff, fine);
        assert!(
            why.contains("origins.city and origins.staff"),
            "{city} {staff}: {why}"
        );
    }
    let why = refused(
        "https://motcua.example",
        "https://canbo.example",
        "https://canbo.example",
    );
    assert!(why.contains("origins.staff and origins.papers"), "{why}");
    origins("https://motcua.example", "https://notmotcua.example", fine).unwrap();
}

#[test]
fn what_is_no_plain_origin_is_refused() {
    let others = ("https://canbo.example", "https://papers.example");
    for city in [
        "motcua.example",
        "ftp://motcua.example",
        "https://motcua.example/portal",
        "https://motcua.example?a=b",
        "https://user@motcua.example",
        "https://192.0.2.1",
        "",
    ] {
        let why = refused(city, others.0, others.1);
        assert!(why.contains("origins.city"), "{city}: {why}");
    }
    let mixed = refused(
        "https://motcua.example",
        "http://canbo.example",
        "https://papers.example",
    );
    assert!(mixed.contains("both"), "{mixed}");
}

#[test]
fn the_public_listener_can_tell_residents_and_papers_apart() {
    let why = refused(
        "https://dvc.one.example",
        "https://canbo.example",
        "https://dvc.two.example",
    );
    assert!(why.contains("first labels"), "{why}");
}
