//! Days written in words (ngày ghi bằng chữ), as the civil-status papers ask.

use motcua_domain::money::number_in_words;

use crate::paper::Date;

/// `ngày mười hai tháng mười một năm hai nghìn không trăm hai mươi sáu`.
pub(crate) fn day_in_words(day: Date) -> String {
    // The fourth month is "tháng tư", never "tháng bốn".
    let month = if day.month == 4 {
        "tư".to_owned()
    } else {
        number_in_words(u64::from(day.month))
    };
    format!(
        "ngày {} tháng {month} năm {}",
        number_in_words(u64::from(day.day)),
        number_in_words(u64::from(day.year.unsigned_abs()))
    )
}
