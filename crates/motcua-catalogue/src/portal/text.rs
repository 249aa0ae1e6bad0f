//! Vietnamese text as the portal writes it, made comparable: composed (NFC), without stray blanks.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Mid-sentence line breaks from which the text of the steps counts as taken from a page image: one or two are slips
/// of the keyboard, and lines in the wrong order were only seen among many.
const BROKEN_LINES_MIN: usize = 3;
/// Letters torn off a word from which a text counts as scrambled.
const TORN_WORDS_MIN: usize = 2;

/// The text in composed form (`domain.md` 1.3), without blanks around it.
pub(super) fn normal(text: &str) -> String {
    let text = text.trim();
    if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        text.to_owned()
    } else {
        text.nfc().collect()
    }
}

/// As [`normal`], on one line: every run of blanks, tabs and line breaks is one space.
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().filter(|sign| !sign.is_control()));
    }
    normal(&line)
}

/// `None` for a text without words.
pub(super) fn some(text: &str) -> Option<String> {
    let text = normal(text);
    (!text.is_empty()).then_some(text)
}

/// Whether a name holds what no name can: tabs, line breaks, other control signs.
pub(super) fn has_control_signs(text: &str) -> bool {
    text.chars().any(char::is_control)
}

/// The first sign that a text was scrambled, as an excerpt; `None` for a sound text. Scrambled texts come from the
/// text layer of a PDF: lines broken in mid-sentence (and then out of order), letters torn off their words, signs of a
/// font's private area.
pub(super) fn scrambled(text: &str) -> Option<String> {
    let is_private = |sign: char| sign == '\u{fffd}' || ('\u{e000}'..='\u{f8ff}').contains(&sign);
    if let Some(line) = text.lines().find(|line| line.contains(is_private)) {
        return Some(excerpt(line));
    }
    let mut torn = text.lines().filter(|line| has_torn_word(line));
    if let Some(line) = torn.next()
        && torn.count() + 1 >= TORN_WORDS_MIN
    {
        return Some(excerpt(line));
    }
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let mut broken = lines.windows(2).filter_map(|pair| match pair {
        [before, after] if is_broken(before, after) => Some(format!("{before} ⏎ {after}")),
        _ => None,
    });
    let first = broken.next()?;
    (broken.count() + 1 >= BROKEN_LINES_MIN).then(|| excerpt(&first))
}

/// Whether a sentence runs on over the end of a line: the line ends without a stop, and the next one begins with a
/// small letter that is no list mark such as `b)`.
fn is_broken(before: &str, after: &str) -> bool {
    let is_list_mark = after
        .chars()
        .nth(1)
        .is_some_and(|second| matches!(second, ')' | '.' | '/'));
    after.starts_with(char::is_lowercase)
        && !is_list_mark
        && !before.ends_with(['.', ';', ':', ',', '!', '?'])
}

/// Whether a single consonant stands alone between words: `mộ t phần`. No Vietnamese word is one consonant.
fn has_torn_word(line: &str) -> bool {
    let is_consonant = |word: &str| {
        matches!(
            word,
            "b" | "c" | "g" | "h" | "k" | "l" | "m" | "n" | "p" | "t" | "v"
        )
    };
    let words: Vec<&str> = line.split(' ').collect();
    words.windows(3).any(|three| match three {
        [before, torn, after] => {
            is_consonant(torn)
                && before.chars().count() >= 2
                && before.ends_with(char::is_lowercase)
                && !matches!(
                    *before,
                    "điểm" | "khoản" | "mục" | "loại" | "nhóm" | "hạng" | "và" | "hoặc"
                )
                && after.starts_with(char::is_lowercase)
        }
        _ => false,
    })
}

/// The beginning of a text, short enough to show.
pub(super) fn excerpt(text: &str) -> String {
    const LETTERS_MAX: usize = 200;
    let line = one_line(text);
    match line.char_indices().nth(LETTERS_MAX) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}
