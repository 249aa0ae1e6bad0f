//! A procedure as a line of a list: promise beside law, online fee beside counter fee, never one without the other.

use motcua_domain::channel::Channel;
use motcua_domain::time::TimeLimit;
use motcua_engine::view::{ChannelView, ProcedureView};
use motcua_text::{Text, capitalised};

use crate::components::Item;
use crate::words::{self, pick, uncapitalised};

/// A row of a table of procedures.
pub(super) struct OfferRow {
    /// Its page.
    pub href: String,
    /// Its name.
    pub name: String,
    /// Code and field.
    pub detail: String,
    /// What the city promises online.
    pub promise: String,
    /// What the law allows.
    pub law: String,
    /// The fee online.
    pub online_fee: String,
    /// The fee at the counter.
    pub counter_fee: String,
    /// Whether it can be filed here.
    pub is_here: bool,
    /// Whether its figures wait for confirmation.
    pub is_unconfirmed: bool,
}

impl OfferRow {
    pub(super) fn of(t: &Text, view: &ProcedureView) -> Self {
        let online = way(view, Channel::Online);
        let counter = way(view, Channel::Counter);
        let law = online.or(counter).map(|way| &way.limit);
        let detail = if view.field.is_empty() {
            t.home_search_code_only(&view.code)
        } else {
            t.home_search_code(&view.code, pick(&view.field_name, t.lang()))
        };
        Self {
            href: format!("/procedures/{}", view.code),
            name: pick(&view.name, t.lang()).to_owned(),
            detail,
            promise: capitalised(&limit(t, view.promise.as_ref().or(law))),
            law: capitalised(&limit(t, law)),
            online_fee: fee(t, online),
            counter_fee: fee(t, counter),
            is_here: view.can_file_here,
            is_unconfirmed: view.is_unconfirmed,
        }
    }
}

/// What need not be given, a line a register: "Ngày sinh, giờ sinh · Giấy chứng sinh".
pub(super) fn held_items<'a>(held: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for (fact, register) in held {
        match items.iter_mut().find(|item| item.detail == register) {
            Some(item) => {
                item.words.push_str(", ");
                item.words.push_str(&uncapitalised(fact));
            }
            None => items.push(Item {
                icon: "check",
                words: fact.to_owned(),
                detail: register.to_owned(),
            }),
        }
    }
    items
}

/// The first row of a channel.
pub(super) fn way(view: &ProcedureView, channel: Channel) -> Option<&ChannelView> {
    view.channels.iter().find(|way| way.channel == channel)
}

/// A limit in words; "–" where there is no such way.
pub(super) fn limit(t: &Text, limit: Option<&TimeLimit>) -> String {
    limit.map_or_else(|| "–".to_owned(), |limit| words::limit(t, limit))
}

/// A fee in words; "–" where there is no such way.
pub(super) fn fee(t: &Text, way: Option<&ChannelView>) -> String {
    way.map_or_else(|| "–".to_owned(), |way| words::fee(t, way.fee))
}
