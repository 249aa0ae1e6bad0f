use super::short_name;

#[test]
fn only_the_own_units_prefix_is_left_away() {
    assert_eq!(short_name("H17.20242-261124-0153", "H17.20242"), "261124-0153");
    assert_eq!(
        short_name("H17.20194-261124-0153", "H17.20242"),
        "H17.20194-261124-0153",
        "or two units' numbers look alike"
    );
    assert_eq!(short_name("GN-ABCD-1234", "H17.20242"), "GN-ABCD-1234");
}
