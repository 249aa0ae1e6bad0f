//! What may be printed: text in NFC, without control characters, of glyphs that the faces have.
//!
//! A legal paper must neither fail because one odd character stands in an address, nor show something
//! that was not written. So a character without a glyph is printed as a visible □, and the paper itself
//! says at its end which code points that stands for. A *result* states a fact in the city's name, so it
//! gets no such mercy: [`Paper::may_substitute`](crate::Paper::may_substitute) is false for it, and
//! rendering is an error that a person must resolve.

use std::collections::BTreeSet;

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use crate::fonts;

/// What stands in the place of a character that no face can print: U+25A1 WHITE SQUARE.
pub(crate) const STAND_IN: char = '□';

/// Makes every string in the data printable, and names the characters that had to give way.
pub(crate) fn make_printable(data: &mut Value) -> BTreeSet<char> {
    let mut missing = BTreeSet::new();
    walk(data, &mut missing);
    missing
}

fn walk(data: &mut Value, missing: &mut BTreeSet<char>) {
    match data {
        Value::String(text) => *text = printable(text, missing),
        Value::Array(items) => items.iter_mut().for_each(|item| walk(item, missing)),
        Value::Object(fields) => fields.values_mut().for_each(|field| walk(field, missing)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn printable(text: &str, missing: &mut BTreeSet<char>) -> String {
    text.nfc()
        .filter_map(|character| match character {
            '\n' | '\t' => Some(' '),
            _ if character.is_control() || is_invisible(character) => None,
            _ if fonts::covers(character) => Some(character),
            _ => {
                missing.insert(character);
                Some(STAND_IN)
            }
        })
        .collect()
}

/// Characters that print nothing but can reorder or split what stands around them: a name must not be
/// able to turn the line that it stands in.
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{00AD}')
}
