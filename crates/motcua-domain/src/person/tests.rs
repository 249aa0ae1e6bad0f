use super::PersonalNumber;

#[test]
fn a_personal_number_is_twelve_digits_however_it_is_typed() {
    let number = PersonalNumber::parse("048 099.000-034").unwrap();
    assert_eq!(number.reveal(), "048099000034");
    for wrong in [
        "",
        "04809900003",
        "0480990000345",
        "04809900003a",
        "０48099000034",
    ] {
        assert!(PersonalNumber::parse(wrong).is_none(), "{wrong}");
    }
}

#[test]
fn a_personal_number_is_masked_even_in_debug_output() {
    let number = PersonalNumber::parse("048099000034").unwrap();
    assert_eq!(number.masked(), "048•••••••34");
    assert_eq!(format!("{number:?}"), "048•••••••34");
}

#[test]
fn the_fourth_digit_tells_the_century_of_birth() {
    let year = |text: &str| PersonalNumber::parse(text).unwrap().birth_year();
    assert_eq!(year("048099000034"), Some(1999));
    assert_eq!(year("048199000034"), Some(1999));
    assert_eq!(year("048305000034"), Some(2005));
}
