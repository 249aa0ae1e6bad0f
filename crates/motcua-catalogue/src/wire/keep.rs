//! The two directions of keeping, for every kind of value a version is made of.

use motcua_domain::catalogue::{ComponentCode, Money, OutcomeCode, ProcedureCode};
use motcua_domain::channel::Channel;
use motcua_domain::id::{FormId, StaffId, VersionId};
use motcua_domain::money::Dong;
use motcua_domain::time::{Day, TimeLimit, TimeOfDay};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::DecodeError;

/// The kept form of a type.
pub(super) type Of<T> = <T as Keep>::Kept;

/// A value that can be kept.
pub(super) trait Keep: Sized {
    /// Its form in JSON; the default stands for "nothing" and is not written.
    type Kept: Serialize + DeserializeOwned + Default + PartialEq;

    /// The form of this value.
    fn keep(&self) -> Self::Kept;

    /// The value of a form.
    fn read(kept: Self::Kept) -> Result<Self, DecodeError>;
}

/// Whether a form stands for "nothing".
pub(super) fn is_nothing<T: Default + PartialEq>(kept: &T) -> bool {
    *kept == T::default()
}

/// A word that is none of those expected.
pub(super) fn unknown(what: &'static str, word: impl Into<String>) -> DecodeError {
    DecodeError::Word {
        what,
        word: word.into(),
    }
}

macro_rules! kept_as_is {
    ($($plain:ty),+) => {$(
        impl Keep for $plain {
            type Kept = Self;

            fn keep(&self) -> Self {
                self.clone()
            }

            fn read(kept: Self) -> Result<Self, DecodeError> {
                Ok(kept)
            }
        }
    )+};
}

kept_as_is!(String, u8, u32, bool);

impl<T: Keep> Keep for Option<T> {
    type Kept = Option<T::Kept>;

    fn keep(&self) -> Self::Kept {
        self.as_ref().map(T::keep)
    }

    fn read(kept: Self::Kept) -> Result<Self, DecodeError> {
        kept.map(T::read).transpose()
    }
}

impl<T: Keep> Keep for Vec<T> {
    type Kept = Vec<T::Kept>;

    fn keep(&self) -> Self::Kept {
        self.iter().map(T::keep).collect()
    }

    fn read(kept: Self::Kept) -> Result<Self, DecodeError> {
        kept.into_iter().map(T::read).collect()
    }
}

/// Kept as the text that it is written and read as.
macro_rules! kept_as_text {
    ($($name:ty, $what:literal, $write:expr, $read:expr;)+) => {$(
        impl Keep for $name {
            type Kept = String;

            fn keep(&self) -> String {
                let write: fn(&$name) -> String = $write;
                write(self)
            }

            fn read(kept: String) -> Result<Self, DecodeError> {
                let read: fn(&str) -> Option<$name> = $read;
                read(&kept).ok_or_else(|| unknown($what, kept))
            }
        }
    )+};
}

kept_as_text! {
    ProcedureCode, "a procedure code", ToString::to_string, |kept| ProcedureCode::new(kept).ok();
    ComponentCode, "a component code", ToString::to_string, |kept| Some(ComponentCode::new(kept));
    OutcomeCode, "an outcome code", ToString::to_string, |kept| Some(OutcomeCode::new(kept));
    VersionId, "a version", ToString::to_string, |kept| Some(VersionId::new(kept));
    FormId, "a form", ToString::to_string, |kept| Some(FormId::new(kept));
    StaffId, "a member of staff", ToString::to_string, |kept| kept.parse().ok();
    Channel, "a channel", ToString::to_string, |kept| kept.parse().ok();
    Day, "a day", ToString::to_string, |kept| kept.parse().ok();
    TimeOfDay, "a time of day", ToString::to_string, |kept| TimeOfDay::parse(kept).ok();
}

/// Kept with its unit apart, because the text of an unsettled limit may read like a settled one.
impl Keep for TimeLimit {
    type Kept = (String, String);

    fn keep(&self) -> Self::Kept {
        match self {
            Self::Unparsed(raw) => ("raw".to_owned(), raw.clone()),
            settled => ("limit".to_owned(), settled.to_string()),
        }
    }

    fn read((kind, text): Self::Kept) -> Result<Self, DecodeError> {
        match kind.as_str() {
            "raw" => Ok(Self::Unparsed(text)),
            "limit" => text.parse().map_err(|_| unknown("a limit", text)),
            _ => Err(unknown("a kind of limit", kind)),
        }
    }
}

/// Kept as an amount with its currency.
impl Keep for Money {
    type Kept = (i64, String);

    fn keep(&self) -> Self::Kept {
        match self {
            Self::Vnd(dong) => (dong.get(), "VND".to_owned()),
            Self::Usd(dollars) => (*dollars, "USD".to_owned()),
        }
    }

    fn read((amount, currency): Self::Kept) -> Result<Self, DecodeError> {
        match currency.as_str() {
            "VND" => Ok(Self::Vnd(Dong::new(amount))),
            "USD" => Ok(Self::Usd(amount)),
            _ => Err(unknown("a currency", currency)),
        }
    }
}

/// Keeps an enum by a word of its own, so that renaming a variant does not rename what is stored.
macro_rules! kept_enum {
    ($name:ident $what:literal { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl Keep for $name {
            type Kept = String;

            fn keep(&self) -> String {
                match self { $(Self::$variant => $word,)+ }.to_owned()
            }

            fn read(kept: String) -> Result<Self, DecodeError> {
                match kept.as_str() {
                    $($word => Ok(Self::$variant),)+
                    _ => Err($crate::wire::keep::unknown($what, kept)),
                }
            }
        }
    };
}

/// Keeps a struct field by field. The name in the store is the field's name here, written down so that a rename in the
/// domain does not compile until this list says what is stored.
macro_rules! kept_struct {
    ($name:ident as $kept:ident { $($field:ident: $type:ty),+ $(,)? }) => {
        #[derive(Default, PartialEq, Serialize, Deserialize)]
        pub(super) struct $kept {
            $(#[serde(default, skip_serializing_if = "keep::is_nothing")] $field: Of<$type>,)+
        }

        impl Keep for $name {
            type Kept = $kept;

            fn keep(&self) -> $kept {
                $kept { $($field: self.$field.keep(),)+ }
            }

            fn read(kept: $kept) -> Result<Self, DecodeError> {
                Ok(Self { $($field: Keep::read(kept.$field)?,)+ })
            }
        }
    };
}

pub(super) use {kept_enum, kept_struct};
