//! Folding of Vietnamese text, so that what is typed in a hurry meets what the law wrote.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Grows whenever folding gives another result for some text: an index folded otherwise is rebuilt.
pub const FOLD_VERSION: u32 = 1;

/// The five tone marks: huyền, sắc, ngã, hỏi, nặng.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// Folds for comparison without marks: lower case, no diacritics, `đ` as `d`, punctuation as one space.
///
/// `đ` has no decomposition in Unicode, so it is mapped by hand. "Hoà" and "hòa" both give "hoa".
/// Folding twice changes nothing.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    let mut push = |c: char| {
        if c.is_alphanumeric() {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            out.push(if c == 'đ' { 'd' } else { c });
        } else if !is_combining_mark(c) {
            gap = true;
        }
    };
    for c in text.chars() {
        // Most letters are ASCII, and marks are dropped wherever they stand: so letters fold one by one.
        if c.is_ascii() {
            push(c.to_ascii_lowercase());
        } else {
            std::iter::once(c)
                .nfkd()
                .flat_map(char::to_lowercase)
                .nfkd()
                .for_each(&mut push);
        }
    }
    out
}

/// Folds for comparison with marks: lower case, punctuation as one space, and the tone moved to the
/// end of its syllable, so that "hoà" and "hòa" are equal while "má" and "mà" are not.
///
/// The result is a key, not text for people: "đường" becomes "đương" and a combining grave.
#[must_use]
pub fn fold_keep_tones(text: &str) -> String {
    let letters = lower(text).nfkd().collect::<String>();
    let mut key = String::with_capacity(text.len());
    let mut syllable = String::new();
    let mut tone = None;
    for c in letters.chars().chain([' ']) {
        if TONES.contains(&c) {
            tone = Some(c);
        } else if c.is_alphanumeric() || is_combining_mark(c) {
            syllable.push(c);
        } else {
            if syllable.chars().any(char::is_alphanumeric) {
                if !key.is_empty() {
                    key.push(' ');
                }
                key.extend(syllable.nfc());
                key.extend(tone);
            }
            syllable.clear();
            tone = None;
        }
    }
    key
}

/// Lower case in the compatibility decomposition, so that full-width and mathematical letters join in.
fn lower(text: &str) -> String {
    text.nfkd().flat_map(char::to_lowercase).collect()
}

/// One syllable (tiếng) of a text, ready to compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Syllable {
    /// Without marks.
    pub folded: String,
    /// With marks, tone at the end; equal to `folded` if none were typed.
    pub toned: String,
}

impl Syllable {
    /// Whether marks were typed: then they were meant.
    #[must_use]
    pub fn is_marked(&self) -> bool {
        self.folded != self.toned
    }
}

/// The syllables of a text. `i` and `y` that sound and mean the same are one: "kí" is "ký", "qui" is "quy".
#[must_use]
pub fn syllables(text: &str) -> Vec<Syllable> {
    fold_keep_tones(text)
        .split(' ')
        .filter(|toned| !toned.is_empty())
        .map(|toned| {
            let folded = fold(toned);
            if sounds_as_y(&folded) {
                Syllable {
                    folded: folded.replace('i', "y"),
                    toned: toned.replace('i', "y"),
                }
            } else {
                Syllable {
                    folded,
                    toned: toned.to_owned(),
                }
            }
        })
        .collect()
}

/// Folds many texts of few different words, such as the names of a catalogue, many times as fast.
#[derive(Debug, Default)]
pub(super) struct Folder {
    seen: std::collections::HashMap<String, Vec<Syllable>>,
}

impl Folder {
    /// The same as [`syllables`].
    pub(super) fn syllables(&mut self, text: &str) -> Vec<Syllable> {
        let mut out = Vec::new();
        for word in text.split_whitespace() {
            if let Some(known) = self.seen.get(word) {
                out.extend_from_slice(known);
            } else {
                let parts = syllables(word);
                out.extend_from_slice(&parts);
                self.seen.insert(word.to_owned(), parts);
            }
        }
        out
    }
}

/// The words of a text in small letters as they stand, each with its syllable: to say back what was typed.
#[must_use]
pub fn words_typed(text: &str) -> Vec<(Syllable, String)> {
    let text: String = text.nfkc().flat_map(char::to_lowercase).collect();
    let is_gap = |c: char| !c.is_alphanumeric() && !is_combining_mark(c);
    let mut typed = Vec::new();
    for word in text.split(is_gap) {
        let parts = syllables(word);
        let alone = parts.len() == 1;
        for syllable in parts {
            let shown = if alone {
                word.to_owned()
            } else {
                syllable.folded.clone()
            };
            typed.push((syllable, shown));
        }
    }
    typed
}

/// The folded syllables of a long text with spaces between: what an index stores and is asked for.
#[must_use]
pub fn key_text(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for folded in fold(text).split(' ') {
        if !key.is_empty() {
            key.push(' ');
        }
        if sounds_as_y(folded) {
            key.push_str(&folded.replace('i', "y"));
        } else {
            key.push_str(folded);
        }
    }
    key
}

fn sounds_as_y(folded: &str) -> bool {
    matches!(folded, "ki" | "li" | "mi" | "si" | "ti" | "qui")
}
