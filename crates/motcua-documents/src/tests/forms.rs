use super::{rendered, sample};
use crate::paper::{Component, ControlLine, Date};
use crate::words::day_in_words;
use crate::{Paper, TemplateSet, render};

/// What each paper must say, by kind.
const SENTENCES: [(&str, &[&str]); 8] = [
    (
        "form-01",
        &[
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "ỦY BAN NHÂN DÂN PHƯỜNG HẢI CHÂU TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG HẢI CHÂU",
            "Số: 0124/TNHS",
            "Độc lập - Tự do - Hạnh phúc",
            "Hải Châu, ngày 24 tháng 11 năm 2026",
            "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
            "H17.63.17-261124-0124",
            "Nguyễn Thị Diễm Quỳnh",
            "048•••••••34",
            "quynh@example.vn",
            "Giấy chứng sinh",
            "Khai thác từ cơ sở dữ liệu hộ tịch",
            "09 giờ 05 phút, ngày 24 tháng 11 năm 2026",
            "17 giờ 00 phút, ngày 24 tháng 11 năm 2026",
            "Miễn lệ phí",
            "NGƯỜI NỘP HỒ SƠ",
            "NGƯỜI TIẾP NHẬN HỒ SƠ",
        ],
    ),
    (
        "form-02",
        &[
            "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
            "Ảnh chụp mờ",
            "chậm nhất hết ngày 03 tháng 12 năm 2026",
            "tính lại từ đầu",
            "(Ban hành điện tử)",
            "NGƯỜI HƯỚNG DẪN",
        ],
    ),
    (
        "form-03",
        &[
            "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ",
            "Lý do: Việc sinh",
            "Căn cứ: Khoản 1 Điều 13 Luật Hộ tịch",
        ],
    ),
    (
        "form-06",
        &[
            "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ",
            "Trước hạn",
            "Đúng hạn",
            "Quá hạn",
            "Chờ trả kết quả",
            "Nguyễn Hữu Phước đã xác nhận điện tử 16:05, 24/11/2026",
        ],
    ),
    (
        "birth-certificate",
        &[
            "GIẤY KHAI SINH",
            "Số: 124/2026",
            "Đỗ Nguyễn Bảo Ngọc",
            "15/11/2026",
            "Ngày mười lăm tháng mười một năm hai nghìn không trăm hai mươi sáu",
            "Giới tính: Nữ",
            "048326000124",
            "Đỗ Hữu Thắng",
            "BAN HÀNH ĐIỆN TỬ",
            "PHÓ CHỦ TỊCH",
        ],
    ),
    (
        "outcome",
        &[
            "ỦY BAN NHÂN DÂN PHƯỜNG HẢI CHÂU",
            "Số: 12/TB-KQ",
            "THÔNG BÁO KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
            "Kết quả: ĐƯỢC GIẢI QUYẾT",
            "14 giờ 30 phút, ngày 20 tháng 11 năm 2026",
            "Mã kết quả: KQ.G15.000124",
            "BAN HÀNH ĐIỆN TỬ",
            "Trần Thị Ánh Nguyệt",
        ],
    ),
    (
        "negative-outcome",
        &[
            "Số: 13/TB-KQ",
            "THÔNG BÁO KHÔNG GIẢI QUYẾT HỒ SƠ",
            "hồ sơ không đủ điều kiện giải quyết",
            "Lý do: Kết quả xác minh",
            "Căn cứ: Khoản 8 Điều 19 Nghị định 61/2018/NĐ-CP",
            "khiếu nại đến Ủy ban nhân dân phường Hải Châu",
        ],
    ),
    (
        "sending-receipt",
        &[
            "XÁC NHẬN ĐÃ GỬI HỒ SƠ",
            "G-261124-7K3F",
            "08 giờ 41 phút, ngày 25 tháng 11 năm 2026",
            "Đây chưa phải là Giấy tiếp nhận",
        ],
    ),
];

#[test]
fn every_paper_says_what_the_law_asks_of_it() {
    for (kind, sentences) in SENTENCES {
        let text = rendered(&sample(kind)).unwrap().text();
        for sentence in sentences {
            assert!(text.contains(sentence), "{kind} lacks {sentence:?} in {text}");
        }
    }
}

#[test]
fn every_paper_is_tagged_archival_vietnamese_and_carries_its_fonts() {
    for paper in Paper::samples(false) {
        let read = rendered(&paper).unwrap();
        assert_eq!(read.tagged_in(), (true, "vi-VN".to_owned()), "{}", paper.kind());
        let metadata = read.metadata();
        for claim in [
            "<pdfaid:part>2<",
            "<pdfaid:conformance>A<",
            "<pdfuaid:part>1<",
            "2026-11-24T09:05:00+07:00",
        ] {
            assert!(
                metadata.contains(claim),
                "{} lacks {claim} in {metadata}",
                paper.kind()
            );
        }
        let fonts = read.fonts();
        assert!(!fonts.is_empty());
        assert!(
            fonts
                .iter()
                .all(|(name, inside)| name.contains("Tinos") && *inside),
            "{fonts:?}"
        );
        let roles = read.roles();
        assert!(
            roles.iter().any(|role| role == "H1"),
            "{} has no heading: {roles:?}",
            paper.kind()
        );
    }
}

#[test]
fn every_page_of_a_demonstration_says_so_and_no_page_of_the_real_thing_does() {
    for demonstration in [true, false] {
        for mut paper in Paper::samples(demonstration) {
            lengthen(&mut paper);
            let read = rendered(&paper).unwrap();
            for page in &read.pages {
                assert_eq!(
                    page.contains("BẢN TRÌNH DIỄN · DEMO"),
                    demonstration,
                    "{}: {page}",
                    paper.kind()
                );
            }
        }
    }
}

#[test]
fn the_usual_receipt_fits_one_page() {
    assert_eq!(rendered(&sample("form-01")).unwrap().pages.len(), 1);
}

#[test]
fn a_long_table_repeats_its_head_on_every_page_and_loses_no_row() {
    let mut paper = sample("form-01");
    lengthen(&mut paper);
    let read = rendered(&paper).unwrap();
    assert!(read.pages.len() >= 2, "{} pages", read.pages.len());
    let pages_with_rows = read.pages.iter().filter(|page| page.contains("Văn bản thứ"));
    assert!(pages_with_rows.clone().count() >= 2);
    for page in pages_with_rows {
        assert!(page.contains("Tên giấy tờ"), "no head on {page}");
    }
    let text = read.text();
    for index in 1..=40 {
        assert!(
            text.contains(&format!("Văn bản thứ {index} ")),
            "row {index} is lost"
        );
    }
    assert!(text.contains(&format!("Trang 2/{}", read.pages.len())));
    assert!(read.roles().iter().any(|role| role == "TH"));
}

#[test]
fn stacked_marks_are_printed_whole_in_either_spelling_of_unicode() {
    let name = "Nguyễn Ễ Ộ Ữ Ậ Ẩ Ặ Ỹ Ỷ Ợ Đặng Thuỳ Đoan Trang Quế Chi";
    let decomposed: String = unicode_normalization::UnicodeNormalization::nfd(name).collect();
    assert_ne!(name, decomposed);
    let [composed, decomposed] = [name, &decomposed].map(|name| {
        let mut paper = sample("birth-certificate");
        if let Paper::BirthCertificate(certificate) = &mut paper {
            certificate.child = name.to_owned();
        }
        render(&paper, &TemplateSet::embedded()).unwrap()
    });
    assert_eq!(composed, decomposed, "one name has one paper");
    assert!(super::pdf::Read::of(&composed).text().contains(name));
}

#[test]
fn every_letter_of_vietnamese_is_in_every_face() {
    let bases = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY";
    let tones = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"];
    for base in bases.chars() {
        for tone in tones {
            let letter: String =
                unicode_normalization::UnicodeNormalization::nfc(format!("{base}{tone}").chars()).collect();
            assert_eq!(letter.chars().count(), 1);
            assert!(letter.chars().all(crate::fonts::covers), "{letter}");
        }
    }
    assert!("đĐ₫–…•□".chars().all(crate::fonts::covers));
    assert_eq!(crate::fonts::TINOS.fonts.len(), 4);
}

#[test]
fn the_same_paper_gives_the_same_bytes_and_another_moment_gives_others() {
    for paper in Paper::samples(true) {
        let once = render(&paper, &TemplateSet::embedded()).unwrap();
        let again = render(&paper, &TemplateSet::embedded()).unwrap();
        assert!(once == again, "{} differs from itself", paper.kind());
    }
    let mut later = sample("form-03");
    if let Paper::IntakeRefusal(form) = &mut later {
        form.issue.at.minute += 1;
    }
    let [first, second] =
        [sample("form-03"), later].map(|paper| render(&paper, &TemplateSet::embedded()).unwrap());
    assert!(first != second);
}

#[test]
fn what_is_unknown_leaves_no_dangling_label() {
    let mut paper = sample("form-01");
    if let Paper::Receipt(slip) = &mut paper {
        slip.case.phone = None;
        slip.case.email = None;
        slip.case.masked_id = None;
    }
    let text = rendered(&paper).unwrap().text();
    assert!(!text.contains("Số điện thoại"));
    assert!(!text.contains("Email"));
    assert!(!text.contains("Số định danh"));
}

#[test]
fn days_are_written_in_words_as_people_say_them() {
    let words = |year, month, day| day_in_words(Date { year, month, day });
    assert_eq!(
        words(2026, 11, 24),
        "ngày hai mươi tư tháng mười một năm hai nghìn không trăm hai mươi sáu"
    );
    assert_eq!(
        words(2005, 4, 1),
        "ngày một tháng tư năm hai nghìn không trăm linh năm"
    );
    assert_eq!(
        words(1985, 1, 31),
        "ngày ba mươi mốt tháng một năm một nghìn chín trăm tám mươi lăm"
    );
    assert_eq!(words(2000, 10, 15), "ngày mười lăm tháng mười năm hai nghìn");
    assert_eq!(
        words(1900, 12, 20),
        "ngày hai mươi tháng mười hai năm một nghìn chín trăm"
    );
    assert_eq!(
        words(2010, 5, 4),
        "ngày bốn tháng năm năm hai nghìn không trăm mười"
    );
}

/// Gives the papers that have tables forty rows.
fn lengthen(paper: &mut Paper) {
    match paper {
        Paper::Receipt(slip) => {
            slip.components = (1..=40)
                .map(|index| Component {
                    name: format!("Văn bản thứ {index} về việc uỷ quyền, kèm theo bản dịch có công chứng"),
                    original: 1,
                    certified: 0,
                    photo: 2,
                    note: None,
                })
                .collect();
        }
        Paper::ControlSheet(sheet) => {
            let line: ControlLine = sheet.lines[0].clone();
            sheet.lines = vec![line; 40];
        }
        _ => {}
    }
}
