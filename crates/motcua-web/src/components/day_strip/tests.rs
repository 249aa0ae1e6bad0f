use motcua_text::{Lang, Text};

use super::DayStrip;

fn strip(used_days: u32, promised_days: Option<u32>, legal_days: u32) -> DayStrip {
    let t = Text::of(Lang::Vi);
    DayStrip {
        used_days,
        promised_days,
        legal_days,
        used: t.working_days(i64::from(used_days)),
        promised: t.working_days(i64::from(promised_days.unwrap_or(0))),
        legal: t.working_days(i64::from(legal_days)),
        ..DayStrip::default()
    }
}

fn classes(strip: &DayStrip) -> Vec<&'static str> {
    strip.arches().into_iter().map(|arch| arch.class).collect()
}

#[test]
fn every_day_is_one_arch_and_says_what_it_is() {
    assert_eq!(
        classes(&strip(1, Some(3), 5)),
        ["s-used", "s-promised", "s-promised", "s-legal", "s-legal"]
    );
    assert_eq!(classes(&strip(0, None, 2)), ["s-legal", "s-legal"]);
}

#[test]
fn days_past_the_legal_limit_are_drawn_as_late() {
    assert_eq!(classes(&strip(3, None, 2)), ["s-used", "s-used", "s-late"]);
}

#[test]
fn a_long_limit_draws_several_days_in_one_arch_and_says_so() {
    let long = strip(10, None, 90);
    assert_eq!(long.days_per_arch(), 3);
    assert_eq!(long.arches().len(), 30);
    assert!(long.sentence(Text::of(Lang::Vi)).ends_with("Mỗi vòm là 3 ngày."));
}

#[test]
fn the_line_of_the_promise_stands_after_the_promised_day_and_its_words_stay_inside() {
    let middle = strip(3, Some(10), 20);
    assert_eq!(
        (middle.promise_x(), middle.promise_anchor()),
        (Some(160), "middle")
    );
    let end = strip(0, Some(5), 5);
    assert_eq!((end.promise_x(), end.promise_anchor()), (Some(319), "end"));
    assert_eq!(strip(0, Some(0), 5).promise_anchor(), "start");
    assert_eq!(strip(0, None, 5).promise_x(), None);
}

#[test]
fn a_limit_of_no_days_is_still_a_drawing() {
    let today = strip(0, None, 0);
    assert_eq!(today.arches().len(), 1);
    assert_eq!(
        strip(1, Some(3), 5).sentence(Text::of(Lang::Vi)),
        "Đã dùng 1 ngày làm việc, thành phố cam kết 3 ngày làm việc, luật cho 5 ngày làm việc."
    );
}
