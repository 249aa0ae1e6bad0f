use std::io::Read as _;

use super::*;

fn sheet(words: &str) -> Sheet {
    Sheet {
        above: vec!["Sổ theo dõi".to_owned()],
        columns: vec!["Người nộp".to_owned(), "Số".to_owned()],
        rows: vec![vec![words.to_owned().into(), 7u64.into()]],
    }
}

#[test]
fn what_looks_like_a_formula_is_words_in_a_csv() {
    for (typed, kept) in [
        ("=1+1", "\"'=1+1\",7"),
        ("+84 905", "\"'+84 905\",7"),
        ("-2", "\"'-2\",7"),
        ("@SUM(A1)", "\"'@SUM(A1)\",7"),
        ("\t=1", "\"'\t=1\",7"),
        ("\r=1", "\"'\r=1\",7"),
        ("Trần \"Tí\", An", "\"Trần \"\"Tí\"\", An\",7"),
        ("a=1", "\"a=1\",7"),
    ] {
        let csv = sheet(typed).csv();
        assert!(csv.ends_with(&format!("{kept}\r\n")), "{csv}");
        assert!(
            csv.starts_with("\u{feff}\"Sổ theo dõi\"\r\n\"Người nộp\",\"Số\"\r\n"),
            "{csv}"
        );
    }
}

/// The last file of the archive, unpacked: the table itself.
fn table(bytes: &[u8]) -> String {
    let name = b"xl/worksheets/sheet1.xml";
    let at = bytes
        .windows(name.len())
        .position(|window| window == name)
        .unwrap();
    let mut text = String::new();
    flate2::read::DeflateDecoder::new(&bytes[at + name.len()..])
        .read_to_string(&mut text)
        .unwrap();
    text
}

#[test]
fn what_looks_like_a_formula_is_words_in_a_workbook() {
    let bytes = workbook::of(&sheet("=HYPERLINK(\"x\")<&\u{1}")).unwrap();
    let xml = table(&bytes);
    assert!(
        xml.contains(
            "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">=HYPERLINK(\"x\")&lt;&amp;</t></is></c><c><v>7</v></c>"
        ),
        "{xml}"
    );
    assert!(!xml.contains("<f>"), "no cell is a formula");
}

#[test]
fn the_same_table_gives_the_same_workbook() {
    assert_eq!(workbook::of(&sheet("An")), workbook::of(&sheet("An")));
}
