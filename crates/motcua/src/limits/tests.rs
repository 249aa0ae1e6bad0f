use super::*;

fn read(text: &str) -> Result<Limits, String> {
    let section: LimitsSection = toml::from_str(text).map_err(|error| error.to_string())?;
    section.read().map_err(|fault| fault.to_string())
}

#[test]
fn what_a_configuration_leaves_out_is_as_it_would_be_without_it() {
    let limits = read("[address]\ntrack = { burst = 5, per_hour = 10 }\n").unwrap();
    let mut expected = Limits::default();
    expected.address.track = Rate {
        burst: 5,
        per_hour: 10,
    };
    expected.trusted_proxies = vec!["127.0.0.1".parse().unwrap(), "::1".parse().unwrap()];
    assert_eq!(limits, expected);
    assert_eq!(
        read("trusted_proxies = []").unwrap().trusted_proxies,
        Vec::<IpAddr>::new()
    );
}

#[test]
fn a_slip_in_the_limits_is_said() {
    for text in [
        "[address]\ntracks = { burst = 5, per_hour = 10 }",
        "[address]\ntrack = { burst = 5 }",
        "[session]\ntrack = { burst = 0, per_hour = 10 }",
        "forwarded_header = \"a b\"",
        "trusted_proxies = [\"proxy\"]",
    ] {
        assert!(read(text).is_err(), "{text}");
    }
}

#[test]
fn a_city_without_a_single_connection_serves_nobody_so_there_is_one() {
    let section: LimitsSection = toml::from_str("connections = 0\nhead_seconds = 5").unwrap();
    let bounds = section.bounds();
    assert_eq!(
        (bounds.connections_max, bounds.head_max),
        (1, Duration::from_secs(5))
    );
}
