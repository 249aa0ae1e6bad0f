//! Days written in words (ngày ghi bằng chữ), as the civil-status papers ask.

use crate::paper::Date;

const DIGITS: [&str; 10] = [
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
];

/// `ngày mười hai tháng mười một năm hai nghìn không trăm hai mươi sáu`.
pub(crate) fn day_in_words(day: Date) -> String {
    // The fourth month is "tháng tư", never "tháng bốn".
    let month = if day.month == 4 {
        "tư".to_owned()
    } else {
        below_hundred(u16::from(day.month))
    };
    format!(
        "ngày {} tháng {month} năm {}",
        below_hundred(u16::from(day.day)),
        below_ten_thousand(day.year.unsigned_abs())
    )
}

fn digit(value: u16) -> &'static str {
    DIGITS.get(usize::from(value)).copied().unwrap_or("không")
}

fn below_hundred(value: u16) -> String {
    let (tens, ones) = (value / 10, value % 10);
    match (tens, ones) {
        (0, _) => digit(ones).to_owned(),
        (1, 0) => "mười".to_owned(),
        (1, 5) => "mười lăm".to_owned(),
        (1, _) => format!("mười {}", digit(ones)),
        (_, 0) => format!("{} mươi", digit(tens)),
        (_, 1) => format!("{} mươi mốt", digit(tens)),
        (_, 4) => format!("{} mươi tư", digit(tens)),
        (_, 5) => format!("{} mươi lăm", digit(tens)),
        _ => format!("{} mươi {}", digit(tens), digit(ones)),
    }
}

/// A year: hundreds are always named, and a lone last digit is joined by "linh".
fn below_ten_thousand(value: u16) -> String {
    let (thousands, hundreds, rest) = (value / 1000, value / 100 % 10, value % 100);
    let mut words = format!("{} nghìn", digit(thousands));
    if hundreds == 0 && rest == 0 {
        return words;
    }
    words.push_str(&format!(" {} trăm", digit(hundreds)));
    match rest {
        0 => {}
        1..=9 => words.push_str(&format!(" linh {}", digit(rest))),
        _ => words.push_str(&format!(" {}", below_hundred(rest))),
    }
    words
}
