use super::Given;

#[test]
fn texts_are_read_as_people_typed_them() {
    let given = Given::parse("reason=+Thi%E1%BA%BFu+ch%E1%BB%AF+k%C3%BD%0D%0A&case=1&case=2&met=".as_bytes());
    assert_eq!(given.text("reason"), "Thiếu chữ ký");
    assert_eq!(given.all("case").collect::<Vec<_>>(), ["1", "2"]);
    assert!(given.is_ticked("case"));
    assert!(!given.is_ticked("met"));
    assert_eq!(given.text("other"), "");
}

#[test]
fn an_address_without_a_query_gives_nothing() {
    assert_eq!(Given::of_query("/desk"), Given::default());
    assert_eq!(Given::of_query("/desk?queue=late").text("queue"), "late");
}
