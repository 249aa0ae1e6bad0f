use std::net::{Ipv4Addr, Ipv6Addr};

use axum::http::Request;
use motcua_domain::time::Instant;

use super::*;

const NOW: Instant = Instant::from_millis(1_795_500_000_000);

fn key(n: u32) -> Key {
    Key::new(Class::Track, Subject::V4(n))
}

#[test]
fn a_burst_is_taken_and_then_one_at_a_time_as_the_rate_says() {
    let table = Table::new(100);
    let rate = Rate {
        burst: 3,
        per_hour: 60,
    };
    for _ in 0..3 {
        assert_eq!(table.take(key(1), rate, NOW), None);
    }
    assert_eq!(table.take(key(1), rate, NOW), Some(61));
    assert_eq!(
        table.take(key(2), rate, NOW),
        None,
        "somebody else is not asked to wait"
    );
    assert!(table.take(key(1), rate, NOW.plus_millis(59_000)).is_some());
    assert_eq!(table.take(key(1), rate, NOW.plus_millis(60_000)), None);
    assert!(table.take(key(1), rate, NOW.plus_millis(60_000)).is_some());
    let later = NOW.plus_hours(5);
    let taken = (0..10)
        .filter(|_| table.take(key(1), rate, later).is_none())
        .count();
    assert_eq!(taken, 3, "whoever rested has a burst again, and not more");
}

#[test]
fn a_crowd_costs_no_more_memory_than_the_table_has_and_frees_nobody_who_keeps_asking() {
    let table = Table::new(100);
    let rate = Rate {
        burst: 1,
        per_hour: 1,
    };
    assert_eq!(table.take(key(0), rate, NOW), None);
    for n in 1..10_000 {
        table.take(key(n), rate, NOW);
        if n % 50 == 0 {
            assert!(table.take(key(0), rate, NOW).is_some(), "after {n} others");
        }
    }
    assert!(table.len() <= 200, "{}", table.len());
}

fn asked(peer: &str, forwarded: &[&str]) -> RequestParts {
    let mut request = Request::get("/track?name=1");
    for line in forwarded {
        request = request.header("x-forwarded-for", *line);
    }
    let (mut parts, ()) = request.body(()).unwrap().into_parts();
    parts.extensions.insert(Peer(peer.parse().unwrap()));
    parts
}

fn behind(proxies: &[&str]) -> Limits {
    Limits {
        trusted_proxies: proxies.iter().map(|one| one.parse().unwrap()).collect(),
        ..Limits::default()
    }
}

#[test]
fn the_address_is_taken_from_the_header_only_where_a_trusted_proxy_wrote_it() {
    let client = |peer, forwarded: &[&str], proxies: &[&str]| {
        client_of(&asked(peer, forwarded), &behind(proxies)).map_or_else(String::new, |one| one.to_string())
    };
    assert_eq!(client("192.0.2.9:5", &["203.0.113.7"], &[]), "192.0.2.9");
    assert_eq!(
        client("192.0.2.9:5", &["203.0.113.7"], &["192.0.2.1"]),
        "192.0.2.9",
        "a stranger is no proxy"
    );
    assert_eq!(
        client("192.0.2.1:5", &["203.0.113.7"], &["192.0.2.1"]),
        "203.0.113.7"
    );
    assert_eq!(
        client("192.0.2.1:5", &["198.51.100.1, 203.0.113.7"], &["192.0.2.1"]),
        "203.0.113.7",
        "what the client wrote itself stands further left"
    );
    assert_eq!(
        client(
            "192.0.2.1:5",
            &["203.0.113.7", "192.0.2.2"],
            &["192.0.2.1", "192.0.2.2"]
        ),
        "203.0.113.7",
        "through two proxies"
    );
    assert_eq!(
        client("192.0.2.1:5", &["nonsense"], &["192.0.2.1"]),
        "",
        "the proxy is not its visitors"
    );
    assert_eq!(client("192.0.2.1:5", &[], &["192.0.2.1"]), "");
}

#[test]
fn a_network_of_ipv6_is_one_visitor_and_a_mapped_address_is_the_one_it_maps() {
    let v6 = |text: &str| Subject::of_address(text.parse::<Ipv6Addr>().unwrap().into());
    assert_eq!(v6("2001:db8:1:2::1"), v6("2001:db8:1:2:ffff::9"));
    assert_ne!(v6("2001:db8:1:2::1"), v6("2001:db8:1:3::1"));
    let mapped = client_of(&asked("[::ffff:192.0.2.9]:5", &[]), &behind(&[])).unwrap();
    assert_eq!(mapped, Ipv4Addr::new(192, 0, 2, 9));
}

/// Whatever writes, signs in, searches or takes files is in a class, or is a form of somebody who has signed in.
#[test]
fn every_route_stands_in_its_class() {
    let mut picture = std::collections::BTreeMap::<String, Vec<String>>::new();
    for row in crate::routes::table() {
        let Some(class) = Class::of(&row.method, row.path, Some("q=a")) else {
            continue;
        };
        let line = format!("{} {} {}", row.origin, row.method, row.path);
        picture.entry(format!("{class:?}")).or_default().push(line);
    }
    insta::assert_debug_snapshot!(picture);
}

#[test]
fn a_page_that_asks_nothing_is_not_limited() {
    for path in ["/track", "/procedures", "/", "/help", "/cases"] {
        assert_eq!(Class::of(&Method::GET, path, None), None, "{path}");
    }
    assert_eq!(Class::of(&Method::GET, "/tracking", Some("a")), None);
}
