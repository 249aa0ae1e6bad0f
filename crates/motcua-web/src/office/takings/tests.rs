use super::cell_of;

#[test]
fn no_cell_of_an_export_is_taken_for_a_formula() {
    assert_eq!(cell_of("H17.41-261124-0001"), "\"H17.41-261124-0001\"");
    for begins in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"] {
        assert_eq!(cell_of(begins), format!("\"'{begins}\""));
    }
    assert_eq!(cell_of("say \"no\""), "\"say \"\"no\"\"\"");
}
