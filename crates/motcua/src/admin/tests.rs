use super::*;

#[test]
fn duty_is_asked_on_this_machine_alone() {
    for address in ["127.0.0.1:9090", "[::1]:9090"] {
        local_only(address.parse().unwrap()).unwrap();
    }
    for address in ["0.0.0.0:9090", "192.0.2.1:9090", "[::]:9090", "10.0.0.1:9090"] {
        let refused = local_only(address.parse().unwrap()).unwrap_err().to_string();
        assert!(refused.contains("admin.listen"), "{refused}");
    }
}

#[test]
fn a_beat_grows_old() {
    let beat = Beat::default();
    let at = Instant::from_millis(1_795_500_000_000);
    beat.beats(at);
    assert_eq!(beat.age_millis(at.plus_millis(1500)), 1500);
    assert!(
        Beat::default().age_millis(at) > BEAT_MILLIS_MAX,
        "one that never beat is dead"
    );
}
