use motcua_domain::money::Dong;
use motcua_domain::time::TimeLimit;

use super::scan::Words;
use super::{Import, ImportedRecord, Rejected, import, text};

const CLEAN: &str = include_str!("../../tests/fixtures/clean.json");

fn lines(text: &[u8]) -> (Vec<Result<ImportedRecord, Rejected>>, Import<&[u8]>) {
    let mut lines = import(text);
    (lines.by_ref().collect(), lines)
}

#[test]
fn a_broken_line_never_stops_the_rest() {
    let clean = CLEAN.trim_end();
    let second = clean.replace("9.900001", "9.900002");
    let no_code = clean.replace("\"code\":\"9.900001\"", "\"code\":\"\"");
    let stranger = clean
        .replace("9.900001", "9.900003")
        .replace("\"DIRECT\"", "\"PIGEON\"");
    let file = format!("\u{feff}{clean}\r\n{{\"code\":\n\n[1]\nnull\n{no_code}\n{stranger}\n\u{0}\n{second}");
    let (read, import) = lines(file.as_bytes());
    let understood: Vec<u64> = read.iter().flatten().map(|record| record.line).collect();
    assert_eq!(understood, [1, 9], "blank lines count as lines");
    let counts = import.finish().counts;
    let rejected: Vec<u64> = counts.rejected.iter().map(|rejected| rejected.line).collect();
    assert_eq!(rejected, [2, 4, 5, 6, 7, 8]);
    assert!(
        counts.rejected[4].reason.contains("PIGEON"),
        "{}",
        counts.rejected[4].reason
    );
}

#[test]
fn the_raw_line_is_kept_byte_for_byte() {
    let (read, _) = lines(CLEAN.as_bytes());
    assert_eq!(read[0].as_ref().unwrap().raw, CLEAN.trim_end().as_bytes());
}

#[test]
fn bytes_that_are_no_text_reject_their_line_only() {
    let file = [b"\xff\xfe\n".as_slice(), CLEAN.as_bytes()].concat();
    let (read, _) = lines(&file);
    assert!(read[0].as_ref().unwrap_err().reason.contains("UTF-8"));
    assert!(read[1].is_ok());
}

#[test]
fn a_line_too_long_is_refused_and_the_next_one_read() {
    let mut file = vec![b'x'; 5 * 1024 * 1024];
    file.push(b'\n');
    file.extend_from_slice(CLEAN.as_bytes());
    let (read, _) = lines(&file);
    assert!(read[0].as_ref().unwrap_err().reason.contains("longer than"));
    assert_eq!(read[1].as_ref().unwrap().line, 2);
}

#[test]
fn the_same_record_twice_is_kept_once_and_reported() {
    let twice = CLEAN.repeat(2);
    let (read, import) = lines(twice.as_bytes());
    assert!(read[0].is_ok() && read[1].is_err());
    let ending = import.finish();
    assert_eq!((ending.counts.procedures, ending.counts.rejected.len()), (1, 1));
    assert_eq!(ending.items[0].trap.code(), "duplicate-code");
}

#[test]
fn null_reads_as_nothing() {
    let nulls = CLEAN
        .replace("\"keywords\":\"\"", "\"keywords\":null")
        .replace("\"note\":\"\"", "\"note\":null");
    let without_lists = nulls.replace("\"unitGroupsExecuting\":[]", "\"unitGroupsExecuting\":[null]");
    assert!(lines(without_lists.as_bytes()).0[0].is_ok());
}

#[test]
fn text_is_kept_composed() {
    let decomposed = CLEAN.replace("Đăng ký nuôi ong", "Đăng ky\u{301} nuôi ong");
    assert_eq!(
        lines(decomposed.as_bytes()).0[0]
            .as_ref()
            .unwrap()
            .version
            .name_vi,
        "Đăng ký nuôi ong trên ban công"
    );
    assert_eq!(text::one_line(" a\t\u{a0} b\n c\u{7} "), "a b c");
}

#[test]
fn amounts_are_found_as_people_write_them() {
    for (note, amounts) in [
        ("Lệ phí: 135.000 đồng/lần.", vec![135_000]),
        ("40.000đ/tem (20.000 VNĐ)", vec![40_000, 20_000]),
        ("50 nghìn đồng; 2 triệu đồng", vec![50_000, 2_000_000]),
        ("0 đồng", vec![]),
        ("Thông tư 64/2025/TT-BTC ngày 30/6/2025", vec![]),
        ("250000 Đồng", vec![250_000]),
    ] {
        let expected: Vec<Dong> = amounts.into_iter().map(Dong::new).collect();
        assert_eq!(Words::of(note).amounts(), expected, "{note}");
    }
}

#[test]
fn limits_are_told_from_dates_and_hours_of_the_day() {
    let limits = |note: &str| Words::of(note).limits();
    assert_eq!(
        limits("Không quá 05 (năm) ngày làm việc"),
        [],
        "a bracket between is not read across"
    );
    assert_eq!(limits("Không quá 05 ngày làm việc."), [TimeLimit::WorkingDays(5)]);
    assert_eq!(
        limits("20 ngày kể từ ngày 01 tháng 7, trước 15 giờ"),
        [TimeLimit::CalendarDays(20)]
    );
    assert_eq!(
        limits("08 giờ làm việc; 02 tháng"),
        [TimeLimit::WorkingHours(8), TimeLimit::Months(2)]
    );
    assert_eq!(limits("Điều 5 ngày 3/4/2026"), []);
}

#[test]
fn last_days_are_read_in_each_way_of_writing() {
    for (note, last) in [
        ("kể từ 01/01/2024 đến hết ngày 31/12/2025)", "2025-12-31"),
        ("đến 30-6-2026", "2026-06-30"),
        ("đến hết ngày 31 tháng 12 năm 2026 theo quy định", "2026-12-31"),
    ] {
        let days: Vec<String> = Words::of(note)
            .last_days()
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(days, [last], "{note}");
    }
    assert_eq!(
        Words::of("đến Trung tâm; đến ngày 31/02/2026").last_days(),
        [],
        "no such day"
    );
}

#[test]
fn the_council_is_recognised_in_full_and_in_short() {
    assert!(Words::of("Do Hội đồng nhân dân tỉnh quyết định").name_the_council());
    assert!(Words::of("Nghị quyết 21/2026/NQ-HĐND").name_the_council());
    assert!(!Words::of("Theo quy định của Bộ Tài chính").name_the_council());
}

#[test]
fn a_sound_text_is_not_called_scrambled() {
    let sound = "Bước 1: Nộp hồ sơ theo quy định tại các điểm a, b và c khoản 1 Điều 207:\na) trực tiếp;\nb) qua bưu chính;\n\
                 c) trực tuyến.\nCông chức đếm số tổ ong\ntheo mẫu.";
    assert_eq!(text::scrambled(sound), None);
    assert!(text::scrambled("đếm mộ t phần\nđếm nố t phần").is_some());
}
