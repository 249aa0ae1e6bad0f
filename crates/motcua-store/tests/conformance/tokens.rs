use motcua_domain::id::TokenId;
use motcua_engine::rows::{SessionHolder, TokenRow};

use crate::sample::*;
use crate::stores::Place;

fn token(n: u8) -> TokenRow {
    TokenRow {
        id: TokenId::new(id(u64::from(n))),
        token_hash: [n; 32],
        name: "Cổng tích hợp".to_owned(),
        who: SessionHolder::Staff(staff_id(1)),
        made_at: NOW.plus_hours(i64::from(n)),
        expires_at: NOW.plus_hours(100),
        revoked_at: None,
    }
}

pub(crate) fn tokens_come_back_and_are_listed_newest_first(place: Place) {
    let store = place.store();
    let of_a_person = TokenRow {
        who: SessionHolder::Person(person_id(1)),
        ..token(2)
    };
    store.keep_token(&token(1)).unwrap();
    store.keep_token(&of_a_person).unwrap();
    assert_eq!(store.token(&[1; 32]).unwrap(), Some(token(1)));
    assert_eq!(store.token(&[9; 32]).unwrap(), None);
    assert_eq!(store.tokens().unwrap(), [of_a_person, token(1)]);
}

pub(crate) fn a_token_is_taken_back_once_and_stays_on_the_list(place: Place) {
    let store = place.store();
    store.keep_token(&token(1)).unwrap();
    store.keep_token(&token(2)).unwrap();
    let at = NOW.plus_hours(3);
    assert!(store.revoke_token(token(1).id, at).unwrap());
    assert!(!store.revoke_token(token(1).id, at.plus_hours(1)).unwrap());
    let late = token(2).expires_at.plus_millis(1);
    assert!(
        !store.revoke_token(token(2).id, late).unwrap(),
        "one that is over needs no taking back"
    );
    assert!(!store.revoke_token(token(3).id, at).unwrap());
    let revoked = TokenRow {
        revoked_at: Some(at),
        ..token(1)
    };
    assert_eq!(store.token(&[1; 32]).unwrap(), Some(revoked.clone()));
    assert_eq!(store.tokens().unwrap(), [token(2), revoked]);
}
