use super::*;

#[test]
fn every_channel_is_found_again_by_its_name() {
    for channel in Channel::ALL {
        assert_eq!(channel.name().parse(), Ok(channel));
        assert_eq!(serde_json::to_string(&channel).unwrap(), format!("\"{channel}\""));
    }
    assert!("telegraph".parse::<Channel>().is_err());
}

#[test]
fn an_assisted_filing_takes_the_limit_of_the_way_it_is_filed() {
    assert_eq!(Channel::Kiosk.filed_as(), Some(Channel::Online));
    assert_eq!(Channel::PublicPost.filed_as(), Some(Channel::PublicPost));
    assert_eq!(
        Channel::PostAgent.filed_as(),
        None,
        "only the case knows how the post agent filed it"
    );
}

#[test]
fn nothing_is_filed_by_phone() {
    assert!(!Channel::Phone.can_file());
    assert_eq!(
        Channel::ALL
            .into_iter()
            .filter(|channel| channel.can_file())
            .count(),
        7
    );
}
