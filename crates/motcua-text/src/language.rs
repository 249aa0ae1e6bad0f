//! The two languages of the portal.

use std::fmt;
use std::str::FromStr;

/// A language (ngôn ngữ) in which every sentence exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub enum Lang {
    /// Vietnamese, the city's language and the default.
    #[default]
    Vi,
    /// English.
    En,
}

/// The text names no language that we write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownLang;

impl fmt::Display for UnknownLang {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the languages are vi and en")
    }
}

impl std::error::Error for UnknownLang {}

impl Lang {
    /// Both languages, the default first.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// The code for `lang` attributes and addresses: `vi` or `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The other one, to which the language switch leads.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Vi => Self::En,
            Self::En => Self::Vi,
        }
    }

    /// The first language of an `Accept-Language` header that we write, in the reader's order of
    /// preference; Vietnamese where there is none.
    #[must_use]
    pub fn accepted(header: &str) -> Self {
        let mut best: Option<(u16, Self)> = None;
        for entry in header.split(',') {
            let mut parts = entry.split(';').map(str::trim);
            let Some(tag) = parts.next() else { continue };
            let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
            let Ok(lang) = primary.parse() else { continue };
            let weight = parts
                .find_map(|part| part.strip_prefix("q="))
                .map_or(1000, thousandths);
            // Strictly better only: of equals, the first one named is the reader's choice.
            if weight > best.map_or(0, |(known, _)| known) {
                best = Some((weight, lang));
            }
        }
        best.map_or(Self::default(), |(_, lang)| lang)
    }
}

/// The quality value of an `Accept-Language` entry in thousandths; nonsense counts as refusal.
fn thousandths(quality: &str) -> u16 {
    quality
        .parse::<f32>()
        .ok()
        .filter(|value| (0.0..=1.0).contains(value))
        // Within 0 and 1, so the product fits.
        .map_or(0, |value| (value * 1000.0) as u16)
}

impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(code: &str) -> Result<Self, UnknownLang> {
        Self::ALL
            .into_iter()
            .find(|lang| lang.code() == code)
            .ok_or(UnknownLang)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}
