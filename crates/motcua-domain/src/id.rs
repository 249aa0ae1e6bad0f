//! Typed identifiers: one registry, so that a case can never be looked up with a person's id.
//!
//! Identifiers are made outside (chance is an argument); here they are only told apart.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Names the thing that `raw` identifies.
            pub const fn new(raw: Uuid) -> Self {
                Self(raw)
            }

            /// The bare identifier, for the store.
            pub const fn raw(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(out)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )+};
}

ids! {
    /// One matter under one procedure (hồ sơ).
    CaseId,
    /// A human being the city deals with as applicant or person concerned (cá nhân).
    PersonId,
    /// A member of staff (cán bộ, công chức).
    StaffId,
    /// A set of answers to a form, kept apart from events because it is personal data (tờ khai).
    AnswerSetId,
    /// A draft not yet handed in (bản nháp).
    DraftId,
    /// A file in the file store (tệp).
    FileId,
    /// A free text written in a case: a reason, a guidance. Kept apart from events (ghi chú).
    NoteId,
    /// A legal paper that the system rendered: Form 01 and the like (biểu mẫu).
    PaperId,
    /// A message waiting to leave the building (thông báo).
    MessageId,
    /// A signed-in session (phiên đăng nhập).
    SessionId,
    /// A token of a program that acts for somebody (mã truy cập).
    TokenId,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Names the thing that the code stands for.
            pub fn new(code: impl Into<String>) -> Self {
                Self(code.into())
            }

            /// The code as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }
    )+};
}

codes! {
    /// A unit of the city's dated tree: an agency, a commune, a desk, a division (đơn vị).
    UnitCode,
    /// A version of a procedure: its code and the day it took force, `1.001193@2026-07-01`.
    VersionId,
    /// A version of an e-form: its name and number, `khai-sinh@1`.
    FormId,
    /// A revision of an office calendar: the agency and the decisions it knows, `48@7`.
    CalendarId,
}
