use motcua_domain::access::Role;
use motcua_domain::case::CommandKind;
use motcua_text::{Lang, Text};

use super::{Done, act_words};
use crate::office::Given;

#[test]
fn an_act_is_known_by_its_stable_name() {
    for kind in CommandKind::ALL {
        assert_eq!(CommandKind::from_name(kind.name()), Some(kind));
    }
    assert_eq!(CommandKind::from_name("delete"), None);
}

#[test]
fn every_act_of_the_office_has_its_words_and_says_when_it_is_done() {
    let of_office = CommandKind::ALL.into_iter().filter(|kind| {
        Role::ALL
            .into_iter()
            .any(|role| motcua_domain::access::role_reaches(role, motcua_domain::access::Action::Act(*kind)))
    });
    for kind in of_office {
        for lang in [Lang::Vi, Lang::En] {
            let t = Text::of(lang);
            assert!(!act_words(t, kind).starts_with("office-"), "{kind:?}");
            let query = format!("/desk?done={}&of=H17.20242-261124-0153", kind.name());
            let done = Done::of(t, &Given::of_query(&query));
            assert!(done.is_some_and(|done| done.words.contains("0153")), "{kind:?}");
        }
    }
}

#[test]
fn an_address_can_put_no_words_of_its_own_into_the_line() {
    let t = Text::of(Lang::Vi);
    let forged = Given::of_query("/desk?done=accept&of=<b>call+0900</b>");
    assert!(Done::of(t, &forged).is_none());
    let unknown = Given::of_query("/desk?done=gift&of=H17.20242-261124-0153");
    assert!(Done::of(t, &unknown).is_none());
}
