//! The sentences of one language, and how that language writes numbers and days.

use std::ops::Deref;
use std::sync::LazyLock;

use crate::generated::L10n;
use crate::{Lang, Sentences};

/// The sentences of one language. Every key of `text/` is a method, by [`Deref`]; the methods of
/// this type itself write amounts, days and durations.
pub struct Text {
    lang: Lang,
    sentences: Sentences,
}

static VIETNAMESE: LazyLock<Text> = LazyLock::new(|| Text::load(Lang::Vi));
static ENGLISH: LazyLock<Text> = LazyLock::new(|| Text::load(Lang::En));

impl Text {
    /// The sentences in this language; loaded on first use, then shared.
    #[must_use]
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Vi => &VIETNAMESE,
            Lang::En => &ENGLISH,
        }
    }

    fn load(lang: Lang) -> Self {
        let sentences = match lang {
            Lang::Vi => L10n::Vi.load(),
            Lang::En => L10n::En.load(),
        };
        Self { lang, sentences }
    }

    /// The language of these sentences.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// The sentence of a key that is itself data, such as the stable code of a refusal:
    /// `text.find("refusal-not-eligible", &[])`. `None` where no such key exists or an argument is
    /// missing. Where the key is known when writing, call its method instead.
    #[must_use]
    pub fn find(&self, key: &str, arguments: &[(&str, &str)]) -> Option<String> {
        self.sentences.by_key(key, arguments)
    }
}

impl Deref for Text {
    type Target = Sentences;

    fn deref(&self) -> &Sentences {
        &self.sentences
    }
}

/// The same words with a capital at the start, for a day or a duration that begins a line:
/// "thứ Tư 25/11" becomes "Thứ Tư 25/11".
#[must_use]
pub fn capitalised(words: &str) -> String {
    let mut rest = words.chars();
    match rest.next() {
        Some(first) => first.to_uppercase().chain(rest).collect(),
        None => String::new(),
    }
}
