//! A broken folder says what is wrong with it.

use super::*;

/// What is wrong with the demonstration city once `from` in a file reads `to`.
fn broken(path: &str, from: &str, to: &str) -> CityError {
    let source = source::embedded();
    let text = source.text(path).unwrap();
    assert!(text.contains(from), "{path} has no {from:?}");
    let text = text.replacen(from, to, 1);
    read_source(&source.with(path, text)).unwrap_err()
}

#[test]
fn a_broken_folder_says_the_file_the_place_and_what_to_do() {
    let birth = "procedures/ho-tich.toml";
    let form = "forms/khai-sinh.1.toml";
    for (path, from, to, key, says) in [
        (
            birth,
            "limit = \"same-day\"\ncharges",
            "limit = \"soon\"\ncharges",
            "1.001193",
            "`soon` is not a limit",
        ),
        (
            birth,
            "commune:van-phong",
            "commune:thien-van",
            "1.001193",
            "no commune has the division `thien-van`",
        ),
        (
            birth,
            "form = \"khai-sinh\"",
            "form = \"khai-tu\"",
            "1.001193",
            "uses the form `khai-tu`",
        ),
        (
            birth,
            "field = \"G15-TP07\"",
            "field = \"G99\"",
            "1.001193",
            "belongs to the field `G99`",
        ),
        (
            birth,
            "en = \"Birth registration\"",
            "en = \"\"",
            "1.001193",
            "empty in one language",
        ),
        (
            birth,
            "mark = \"R\"",
            "mark = \"X\"",
            "1.001193",
            "`X` is no mark",
        ),
        (
            birth,
            "code = \"1.000656\"",
            "code = \"1.001193\"",
            "1.001193",
            "stands twice",
        ),
        (
            birth,
            "by = [\"online\", \"public_post\"",
            "by = [\"online\", \"pigeon\"",
            "1.001193",
            "`pigeon` is no channel",
        ),
        (
            birth,
            "popularity = 100",
            "popularly = 100",
            "line ",
            "unknown field `popularly`",
        ),
        (
            "procedures/kinh-doanh.toml",
            "\"48-tai-chinh\"",
            "\"48-tien\"",
            "2.001583",
            "`48-tien` is no agency",
        ),
        (
            form,
            "kind = \"name\"",
            "kind = \"nickname\"",
            "child_name",
            "`nickname` is no kind of question",
        ),
        (
            form,
            "question = \"married\", is = \"no\"",
            "question = \"father_known\", is = \"no\"",
            "father_known",
            "not asked before",
        ),
        (
            form,
            "missing = {",
            "absent = {",
            "child_name",
            "`absent` is no problem",
        ),
        (
            form,
            "component = \"giay-chung-sinh\"",
            "component = \"giay-khac\"",
            "birth_notice",
            "asks for the paper `giay-khac`",
        ),
        (
            form,
            "id = \"gio-sinh\"",
            "id = \"ngay-sinh\"",
            "ngay-sinh",
            "two pages have this id",
        ),
        (
            "forms/chung.1.toml",
            "papers_after = \"noi-dung\"",
            "papers_after = \"cuoi\"",
            "chung",
            "names the page `cuoi`",
        ),
        (
            "units.toml",
            "parent = \"48-ubnd\"",
            "parent = \"48-uy-ban\"",
            "unit",
            "belongs to 48-uy-ban",
        ),
        (
            "units.toml",
            "calendar = \"office-saturday\"",
            "calendar = \"night\"",
            "48-cong-an",
            "works by the calendar `night`",
        ),
        (
            "units.toml",
            "kind = \"ward\"",
            "kind = \"thorp\"",
            "20194",
            "`thorp` is no kind of unit",
        ),
        (
            "personas.toml",
            "unit = \"48-20242.pvhcc\"",
            "unit = \"48-1.pvhcc\"",
            "tiep-nhan",
            "serves `48-1.pvhcc`",
        ),
        (
            "personas.toml",
            "\"receiving_officer\"",
            "\"king\"",
            "tiep-nhan",
            "`king` is no role",
        ),
        (
            "personas.toml",
            "personal_number = \"099",
            "personal_number = \"048",
            "me",
            "could be somebody's",
        ),
        (
            "personas.toml",
            "born_on = \"1996-05-12\"",
            "born_on = \"1995-05-12\"",
            "me",
            "another year of birth",
        ),
        (
            "rules.toml",
            "{unit}-{yymmdd}-{sequence}",
            "{unit}/{sequence}",
            "case_number",
            "is no pattern",
        ),
        (
            "rules.toml",
            "at = \"15:00\"",
            "at = \"25:00\"",
            "cut_off",
            "25:00",
        ),
        (
            "calendar/holidays.csv",
            "2015-01-01,off",
            "2015-13-01,off",
            "line ",
            "not a day",
        ),
    ] {
        let error = broken(path, from, to);
        assert_eq!(error.file(), path, "{error}");
        assert!(error.key().starts_with(key), "{error}");
        assert!(error.reason().contains(says), "{error}");
    }
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let error = read(&folder().join("nowhere")).unwrap_err();
    assert!(error.to_string().contains("cannot be read"), "{error}");
}

#[test]
fn who_may_act_and_for_whom_is_checked_too() {
    let birth = "procedures/ho-tich.toml";
    for (path, from, to, key, reason) in [
        (
            birth,
            "grounds = [\"parent\"",
            "grounds = [\"aunt\"",
            "1.001193",
            "ground `aunt`: write own, parent",
        ),
        (
            "forms/khai-sinh.3.toml",
            "id = \"child_name\"",
            "id = \"name_of_child\"",
            "child_name",
            "names the person concerned",
        ),
        (
            birth,
            "id = \"mang-thai-ho\"",
            "id = \"mang-thai-ho\"\nvariants = [\"khac\"]",
            "1.001193",
            "belongs to the case `khac`",
        ),
    ] {
        let error = broken(path, from, to);
        assert_eq!(error.file(), path, "{error}");
        assert!(error.key().starts_with(key), "{error}");
        assert!(error.to_string().contains(reason), "{error}");
    }
}
