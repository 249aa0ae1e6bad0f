//! Ways of filing (kênh), `domain.md` 8.1.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

#[cfg(test)]
mod tests;

/// How a case reaches the one-stop shop (kênh).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Trực tuyến: the portal or the e-ID application.
    Online,
    /// Trực tiếp: at a one-stop desk.
    Counter,
    /// Bưu chính công ích: the public post carries the dossier.
    PublicPost,
    /// Đại lý dịch vụ công: post staff help; filed online or at a desk, as the case itself says.
    PostAgent,
    /// Tổ công nghệ số cộng đồng: the community team helps to file online (D224 79).
    CommunityTeam,
    /// Ngày hội gần dân: a weekend event near the people.
    WeekendEvent,
    /// Ki-ốt thông minh: its identity check replaces the officer's (D309 1.2, 8.2).
    Kiosk,
    /// Tổng đài 1022: guidance and feedback; nothing is filed through it.
    Phone,
}

impl Channel {
    /// Every channel, in the order of `domain.md` 8.1.
    pub const ALL: [Self; 8] = [
        Self::Online,
        Self::Counter,
        Self::PublicPost,
        Self::PostAgent,
        Self::CommunityTeam,
        Self::WeekendEvent,
        Self::Kiosk,
        Self::Phone,
    ];

    /// The stable name, the same in events, files and addresses: `public_post`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Online => "online",
            Self::Counter => "counter",
            Self::PublicPost => "public_post",
            Self::PostAgent => "post_agent",
            Self::CommunityTeam => "community_team",
            Self::WeekendEvent => "weekend_event",
            Self::Kiosk => "kiosk",
            Self::Phone => "phone",
        }
    }

    /// HinhThuc: the national code, 1 counter, 2 online, 3 post. `None` where the case itself must say (post
    /// agent) or nothing is filed (phone).
    pub const fn national_code(self) -> Option<u8> {
        match self {
            Self::Counter => Some(1),
            Self::Online | Self::CommunityTeam | Self::WeekendEvent | Self::Kiosk => Some(2),
            Self::PublicPost => Some(3),
            Self::PostAgent | Self::Phone => None,
        }
    }

    /// The way of filing whose limit and charges the catalogue gives: the catalogue knows online, counter and
    /// post only, and an assisted filing counts as the way it is filed. `None` where that is not settled by the
    /// channel alone.
    pub const fn filed_as(self) -> Option<Self> {
        match self.national_code() {
            Some(1) => Some(Self::Counter),
            Some(2) => Some(Self::Online),
            Some(3) => Some(Self::PublicPost),
            _ => None,
        }
    }

    /// Whether a case can be handed in by this channel at all.
    pub const fn can_file(self) -> bool {
        !matches!(self, Self::Phone)
    }
}

impl fmt::Display for Channel {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

/// A text that names no channel.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no channel is called {0:?}")]
pub struct UnknownChannelError(String);

impl FromStr for Channel {
    type Err = UnknownChannelError;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|channel| channel.name() == name)
            .ok_or_else(|| UnknownChannelError(name.to_owned()))
    }
}
