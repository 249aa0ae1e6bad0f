//! A text that the city keeps as data, in both its languages.

/// A name or sentence in Vietnamese and English (song ngữ). Names of units and procedures, labels of questions:
/// they are dated facts of a city, so they live in its folder and not under `text/`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Bilingual {
    /// Vietnamese, the language of the law.
    pub vi: String,
    /// English.
    pub en: String,
}

impl Bilingual {
    /// A text in both languages.
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            vi: vi.into(),
            en: en.into(),
        }
    }
}
