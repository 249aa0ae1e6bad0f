use motcua_domain::id::UnitCode;
use uuid::uuid;

use super::*;
use crate::identity::oidc::tests::{CHANCE, World};
use crate::identity::passkey::tests::{device, passkeys};

fn instant(world: &World) -> Instant {
    Instant::from_millis(world.now().as_millisecond())
}

fn officer() -> StaffRow {
    StaffRow {
        id: StaffId::new(uuid!("019a0000-0000-7000-8000-0000000000aa")),
        name: "Cán bộ Thử Nghiệm".to_owned(),
        agency: UnitCode::new("H17.1"),
        unit: UnitCode::new("H17.1.1"),
        roles: Vec::new(),
        is_active: true,
    }
}

#[test]
fn a_resident_signs_in_through_the_port() {
    let world = World::new();
    let client: &dyn ResidentSignIn = &world.client();
    let begun = client.begin(&CHANCE).unwrap();
    let back = world.pick(&begun.address.parse().unwrap(), "thu");
    let Callback {
        code,
        state,
        error,
        iss: issuer,
    } = back.callback();
    assert_eq!(state, Some(begun.state.as_str()));
    let identity = client
        .finish(
            &SignInReturn {
                code,
                state,
                error,
                issuer,
            },
            &begun.saved,
            instant(&world),
        )
        .unwrap();
    assert_eq!(identity.subject.name, "thu");
    assert!(
        identity.subject.issuer.starts_with("http://id.localhost:"),
        "{:?}",
        identity.subject
    );
    assert_eq!(identity.name, "Nguyễn Thị Thử Nghiệm");
    assert_eq!(identity.personal_number, PersonalNumber::parse("999193000001"));
    assert_eq!(identity.born_on, Day::new(1993, 2, 28).ok());
}

#[test]
fn what_is_not_proved_and_who_is_not_there_are_told_apart() {
    let world = World::new();
    let client: &dyn ResidentSignIn = &world.client();
    let begun = client.begin(&CHANCE).unwrap();
    let brought = SignInReturn {
        code: Some("guess"),
        state: Some(&begun.state),
        error: None,
        issuer: Some(world.issuer()),
    };
    let guessed = client.finish(&brought, &begun.saved, instant(&world));
    assert!(matches!(guessed, Err(IdentityFault::NotProved(_))), "{guessed:?}");
    let unreadable = client.finish(&brought, "one.two", instant(&world));
    assert!(
        matches!(unreadable, Err(IdentityFault::NotProved(_))),
        "{unreadable:?}"
    );
    world
        .provider()
        .misbehave(Some(motcua_sandbox::Fault::Unavailable));
    let away = client.finish(&brought, &begun.saved, instant(&world));
    assert!(matches!(away, Err(IdentityFault::Unreachable(_))), "{away:?}");
}

#[test]
fn an_officer_enrols_and_signs_in_through_the_port() {
    let (passkeys, mut device, officer) = (passkeys(), device(), officer());
    let passkeys: &dyn PasskeyCeremonies = &passkeys;
    let begun = passkeys.begin_registration(&officer, &[]).unwrap();
    let (credential, payload) = passkeys
        .finish_registration(&begun.state, &device.register(&begun.options))
        .unwrap();
    let row = PasskeyRow {
        credential,
        staff: officer.id,
        payload,
        enrolled_at: Instant::from_millis(0),
    };

    let begun = passkeys.begin_sign_in().unwrap();
    let answer = device.sign_in(&begun.options);
    assert_eq!(
        passkeys.claimed(&answer).unwrap(),
        (officer.id, row.credential.clone())
    );
    let kept = passkeys.finish_sign_in(&begun.state, &answer, &row).unwrap();
    assert!(
        kept.is_some_and(|kept| kept != row.payload),
        "the counter has moved"
    );

    let other = PasskeyRow {
        staff: StaffId::new(uuid!("019a0000-0000-7000-8000-0000000000bb")),
        ..row
    };
    let result = passkeys.finish_sign_in(&begun.state, &answer, &other);
    assert!(matches!(result, Err(IdentityFault::NotProved(_))), "{result:?}");
}
