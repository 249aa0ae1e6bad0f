//! WCAG contrast of the colour pairs in use, computed from the tokens in the style sheet itself.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test says by panicking what is wrong, in its helpers too"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

fn style() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("static/motcua.css")).unwrap()
}

/// The colour tokens: name without `--` to red, green, blue.
fn tokens() -> BTreeMap<String, [u8; 3]> {
    let style = style();
    let root = style
        .split(":root{")
        .nth(1)
        .and_then(|rest| rest.split('}').next())
        .unwrap();
    root.split(';')
        .filter_map(|declaration| declaration.trim().split_once(':'))
        .filter_map(|(name, value)| {
            Some((
                name.strip_prefix("--")?.to_owned(),
                colour(value.strip_prefix('#')?)?,
            ))
        })
        .collect()
}

fn colour(hex: &str) -> Option<[u8; 3]> {
    let full: String = if hex.len() == 3 {
        hex.chars().flat_map(|digit| [digit, digit]).collect()
    } else {
        hex.into()
    };
    let part = |at: usize| u8::from_str_radix(full.get(at..at + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

/// Relative luminance, WCAG 2.2.
fn luminance([red, green, blue]: [u8; 3]) -> f64 {
    let linear = |channel: u8| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.040_45 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

fn ratio(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

const TEXT: f64 = 4.5;
const EDGE: f64 = 3.0;

/// Every pair in use: text or edge, ground, what it must reach.
const PAIRS: [(&str, &str, f64); 50] = [
    ("ink", "white", TEXT),
    ("ink", "stone-50", TEXT),
    ("ink", "stone-100", TEXT),
    ("ink", "sea-50", TEXT),
    ("ink", "sea-100", TEXT),
    ("ink", "gold-100", TEXT),
    ("ink", "gold-500", TEXT),
    ("ink", "red-100", TEXT),
    ("ink", "jade-100", TEXT),
    ("ink-2", "white", TEXT),
    ("ink-2", "stone-50", TEXT),
    ("ink-2", "stone-100", TEXT),
    ("ink-2", "sea-50", TEXT),
    ("ink-2", "sea-100", TEXT),
    ("ink-2", "gold-100", TEXT),
    ("ink-2", "red-100", TEXT),
    ("ink-2", "jade-100", TEXT),
    ("ink-3", "white", TEXT),
    ("ink-3", "stone-50", TEXT),
    ("sea-700", "white", TEXT),
    ("sea-700", "stone-50", TEXT),
    ("sea-700", "stone-100", TEXT),
    ("sea-700", "sea-50", TEXT),
    ("sea-700", "sea-100", TEXT),
    ("sea-700", "gold-100", TEXT),
    ("sea-700", "red-100", TEXT),
    ("sea-700", "jade-100", TEXT),
    ("sea-800", "white", TEXT),
    ("sea-800", "sea-100", TEXT),
    ("sea-600", "white", TEXT),
    ("violet-700", "white", TEXT),
    ("violet-700", "stone-50", TEXT),
    ("violet-700", "sea-50", TEXT),
    ("violet-700", "gold-100", TEXT),
    ("violet-700", "sea-100", TEXT),
    ("gold-700", "gold-100", TEXT),
    ("gold-700", "white", TEXT),
    ("red-700", "white", TEXT),
    ("red-700", "stone-50", TEXT),
    ("red-700", "red-100", TEXT),
    ("jade-700", "white", TEXT),
    ("jade-700", "stone-50", TEXT),
    ("jade-700", "jade-100", TEXT),
    ("white", "sea-700", TEXT),
    ("white", "red-700", TEXT),
    ("sea-100", "sea-900", TEXT),
    ("sea-100", "sea-950", TEXT),
    ("gold-500", "sea-900", EDGE),
    ("edge", "white", EDGE),
    ("edge", "stone-50", EDGE),
];

#[test]
fn every_pair_in_use_reaches_its_contrast() {
    let tokens = tokens();
    for (front, ground, at_least) in PAIRS {
        let found = ratio(tokens[front], tokens[ground]);
        assert!(
            found >= at_least,
            "{front} on {ground}: {found:.2}, {at_least} needed"
        );
    }
}

#[test]
fn the_formula_agrees_with_the_figures_of_the_design() {
    let tokens = tokens();
    for (front, ground, expected) in [
        ("ink", "white", 15.64),
        ("ink-3", "stone-50", 5.08),
        ("edge", "stone-50", 3.98),
        ("sea-950", "gold-500", 7.43),
        ("gold-500", "white", 2.04),
    ] {
        let found = ratio(tokens[front], tokens[ground]);
        assert!(
            (found - expected).abs() < 0.006,
            "{front} on {ground}: {found:.3}, the design says {expected}"
        );
    }
}

#[test]
fn components_take_their_colours_from_the_tokens() {
    let style = style();
    let after_tokens = style.split_once("/* ---------- ground").unwrap().1;
    for (at, _) in after_tokens.match_indices('#') {
        let word: String = after_tokens[at + 1..]
            .chars()
            .take_while(char::is_ascii_hexdigit)
            .collect();
        assert!(
            word.len() < 3 || word == "000",
            "#{word} is no token; black is for print"
        );
    }
    let tokens = tokens();
    for used in after_tokens
        .split("var(--")
        .skip(1)
        .filter_map(|rest| rest.split([')', ',']).next())
    {
        assert!(
            tokens.contains_key(used) || style.contains(&format!("--{used}:")),
            "--{used} is not defined"
        );
    }
}
