use super::*;

#[test]
fn a_name_has_two_words_and_a_number_twelve_digits() {
    assert_eq!(
        person_key("Nguyễn Thị Mỹ Ẩn"),
        Some(PersonKey::Name("nguyen thi my an".to_owned()))
    );
    assert_eq!(
        person_key("  minh   ANH "),
        Some(PersonKey::Name("minh anh".to_owned()))
    );
    assert_eq!(
        person_key("048 190 000 011"),
        Some(PersonKey::Number("048190000011".to_owned()))
    );
    for too_little in ["", "An", "%", "0481900", "261124-0153", "Anh 2"] {
        assert_eq!(person_key(too_little), None, "{too_little}");
    }
}
