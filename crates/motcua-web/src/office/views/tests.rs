use motcua_domain::channel::Channel;

use super::*;

#[test]
fn what_a_form_narrows_survives_its_address() {
    let given = Given::of_query("/desk?queue=late&procedure=1.001193&channel=online&desk=20242");
    let wanted = Wanted::of(&given);
    assert_eq!(wanted.queue, Queue::Late);
    assert_eq!(wanted.narrowing.channel, Some(Channel::Online));
    let address = wanted.address(None);
    assert_eq!(Wanted::of(&Given::of_query(&address)).narrowing, wanted.narrowing);
    assert_eq!(Wanted::of(&Given::of_query(&address)).queue, Queue::Late);
}

#[test]
fn what_cannot_be_read_narrows_nothing() {
    let wanted = Wanted::of(&Given::of_query("/desk?queue=x&channel=pigeon&procedure=&desk="));
    assert_eq!(wanted.queue, Queue::Mine);
    assert!(wanted.narrowing.is_wide());
    assert_eq!(wanted.address(None), "/desk");
}

#[test]
fn a_saved_view_has_its_name_as_address_whatever_letters_it_has() {
    let view = SavedView {
        name: "Hộ kinh doanh & Sơn Trà".to_owned(),
        queue: Queue::Intake,
        narrowing: Narrowing::default(),
        version: 3,
    };
    let address = Wanted::saved(view).address(None);
    assert_eq!(Given::of_query(&address).text("view"), "Hộ kinh doanh & Sơn Trà");
}
