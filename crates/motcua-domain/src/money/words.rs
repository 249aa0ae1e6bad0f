//! Amounts and numbers in Vietnamese words (số tiền bằng chữ), as finance papers ask: exact, never rounded.

use super::Dong;

const DIGITS: [&str; 10] = [
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
];
/// One tỷ; beyond it the words begin again, so that 10¹² is "một nghìn tỷ" and 10¹⁸ "một tỷ tỷ".
const BILLION: u64 = 1_000_000_000;

impl Dong {
    /// The amount as a receipt writes it: `Một triệu hai trăm năm mươi nghìn đồng`. A debt is "Âm …".
    pub fn in_words(self) -> String {
        let amount = number_in_words(self.get().unsigned_abs());
        let words = if self.get() < 0 {
            format!("âm {amount} đồng")
        } else {
            format!("{amount} đồng")
        };
        let mut letters = words.chars();
        letters
            .next()
            .map(|first| first.to_uppercase().chain(letters).collect())
            .unwrap_or_default()
    }
}

/// A whole number in words: `hai nghìn không trăm linh năm`.
pub fn number_in_words(number: u64) -> String {
    if number == 0 {
        return digit(0).to_owned();
    }
    spoken(number, false).join(" ")
}

/// The words of a number. Behind a greater part (`is_inner`) its hundreds are always named: 1.005.000 is "một triệu
/// không trăm linh năm nghìn".
fn spoken(number: u64, is_inner: bool) -> Vec<&'static str> {
    let (billions, rest) = (number / BILLION, number % BILLION);
    let mut words = Vec::new();
    if billions > 0 {
        words = spoken(billions, is_inner);
        words.push("tỷ");
    }
    let parts = [
        (rest / 1_000_000, Some("triệu")),
        (rest / 1_000 % 1_000, Some("nghìn")),
        (rest % 1_000, None),
    ];
    for (part, name) in parts {
        // A group of nothing is not spoken.
        if part > 0 {
            group(part, is_inner || !words.is_empty(), &mut words);
            words.extend(name);
        }
    }
    words
}

/// One group of three digits, 1 to 999.
fn group(part: u64, is_inner: bool, words: &mut Vec<&'static str>) {
    let (hundreds, tens, ones) = (part / 100, part / 10 % 10, part % 10);
    let names_hundreds = hundreds > 0 || is_inner;
    if names_hundreds {
        words.extend([digit(hundreds), "trăm"]);
    }
    match (tens, ones) {
        (0, 0) => {}
        (0, _) if names_hundreds => words.extend(["linh", digit(ones)]),
        (0, _) => words.push(digit(ones)),
        (1, 0) => words.push("mười"),
        (1, 5) => words.extend(["mười", "lăm"]),
        (1, _) => words.extend(["mười", digit(ones)]),
        (_, 0) => words.extend([digit(tens), "mươi"]),
        (_, 1) => words.extend([digit(tens), "mươi", "mốt"]),
        (_, 4) => words.extend([digit(tens), "mươi", "tư"]),
        (_, 5) => words.extend([digit(tens), "mươi", "lăm"]),
        _ => words.extend([digit(tens), "mươi", digit(ones)]),
    }
}

fn digit(value: u64) -> &'static str {
    usize::try_from(value)
        .ok()
        .and_then(|value| DIGITS.get(value))
        .copied()
        .unwrap_or("không")
}
