//! What is taken, what is not, and what a page image shows.

use image::{DynamicImage, GenericImageView, ImageFormat};

use crate::{FILE_BYTES_MAX, PAGES_MAX, Unusable, inspect};

/// A PDF of these objects, numbered from 1, with a table that is right; the first is the catalogue.
fn pdf(objects: &[&str]) -> Vec<u8> {
    let mut text = "%PDF-1.7\n".to_owned();
    let mut places = Vec::new();
    for (object, number) in objects.iter().zip(1..) {
        places.push(text.len());
        text += &format!("{number} 0 obj\n{object}\nendobj\n");
    }
    let table = text.len();
    text += &format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1);
    for place in &places {
        text += &format!("{place:010} 00000 n \n");
    }
    text += &format!(
        "trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n",
        places.len() + 1
    );
    text.into_bytes()
}

const PAGES: &str = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
const PAGE: &str = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>";

/// A one-page PDF whose catalogue says `more`, with further objects from number 4 on.
fn pdf_with(more: &str, further: &[&str]) -> Vec<u8> {
    let catalogue = format!("<</Type/Catalog/Pages 2 0 R{more}>>");
    let mut objects = vec![catalogue.as_str(), PAGES, PAGE];
    objects.extend(further);
    pdf(&objects)
}

fn picture(bytes: &[u8]) -> DynamicImage {
    image::load_from_memory_with_format(bytes, ImageFormat::Jpeg).unwrap()
}

fn is_red(picture: &DynamicImage, x: u32, y: u32) -> bool {
    let image::Rgba([red, _, blue, _]) = picture.get_pixel(x, y);
    red > 150 && blue < 100
}

/// A picture of `width` x `height`, its left half red and its right half blue.
fn halves(width: u32, height: u32) -> DynamicImage {
    DynamicImage::ImageRgb8(image::RgbImage::from_fn(width, height, |x, _| {
        if x < width / 2 {
            image::Rgb([255, 0, 0])
        } else {
            image::Rgb([0, 0, 255])
        }
    }))
}

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// The same JPEG as a phone writes it: held sideways (orientation 6: turn right), with the place where it was taken.
fn as_from_a_phone(jpeg: &[u8]) -> Vec<u8> {
    let mut tiff = b"Exif\0\0MM\0\x2a\0\0\0\x08".to_vec();
    tiff.extend(b"\0\x02");
    tiff.extend(b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0");
    tiff.extend(b"\x01\x0e\0\x02\0\0\0\x14\0\0\0\x26");
    tiff.extend(b"\0\0\0\0");
    tiff.extend(b"16.0678N,108.2208E\0\0");
    let length = u16::try_from(tiff.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], b"\xff\xe1", &length, &tiff, &jpeg[2..]].concat()
}

#[test]
fn a_photo_becomes_one_page() {
    for (format, media_type) in [(ImageFormat::Jpeg, "image/jpeg"), (ImageFormat::Png, "image/png")] {
        let inspected = inspect(&encoded(&halves(40, 20), format)).unwrap();
        assert_eq!(
            (inspected.media_type.as_str(), inspected.pages.len()),
            (media_type, 1)
        );
        let page = picture(&inspected.pages[0]);
        assert_eq!(page.dimensions(), (40, 20));
        assert!(is_red(&page, 5, 10) && !is_red(&page, 35, 10));
    }
}

#[test]
fn a_photo_taken_sideways_stands_upright_and_tells_nothing_of_its_camera() {
    let photo = as_from_a_phone(&encoded(&halves(40, 20), ImageFormat::Jpeg));
    assert!(
        photo.windows(9).any(|window| window == b"16.0678N,"),
        "the photo tells where it was taken"
    );
    let page = inspect(&photo).unwrap().pages.remove(0);
    let upright = picture(&page);
    assert_eq!(upright.dimensions(), (20, 40));
    assert!(
        is_red(&upright, 10, 5) && !is_red(&upright, 10, 35),
        "left is up after a turn to the right"
    );
    assert!(!page.windows(4).any(|window| window == b"Exif"));
    assert!(!page.windows(7).any(|window| window == b"16.0678"));
}

#[test]
fn a_large_photo_becomes_a_page_of_readable_size() {
    let inspected = inspect(&encoded(&halves(3200, 1600), ImageFormat::Jpeg)).unwrap();
    assert_eq!(picture(&inspected.pages[0]).dimensions(), (1600, 800));
}

#[test]
fn what_is_transparent_lies_on_white_paper() {
    let clear = DynamicImage::ImageRgba8(image::RgbaImage::from_pixel(8, 8, image::Rgba([0, 0, 0, 0])));
    let page = picture(&inspect(&encoded(&clear, ImageFormat::Png)).unwrap().pages[0]);
    assert!(page.get_pixel(4, 4).0[0] > 250);
}

#[test]
fn a_file_is_what_its_content_says_whatever_it_is_called() {
    assert_eq!(inspect(b""), Err(Unusable::Empty));
    assert_eq!(
        inspect(b"<html><script>alert(1)</script></html>"),
        Err(Unusable::Type)
    );
    assert_eq!(inspect(b"MZ\x90\0\x03\0\0\0 not to be run"), Err(Unusable::Type));
    assert_eq!(inspect(b"PK\x03\x04 an archive"), Err(Unusable::Type));
    assert_eq!(inspect(b"GIF89a=1;alert(1)//"), Err(Unusable::Type));
    assert_eq!(
        inspect(b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        Err(Unusable::Type)
    );
    assert_eq!(inspect(&vec![b'%'; FILE_BYTES_MAX + 1]), Err(Unusable::TooLarge));
}

#[test]
fn a_small_png_that_claims_to_be_huge_is_refused_before_it_is_unpacked() {
    let mut png = encoded(&halves(4, 2), ImageFormat::Png);
    // Width and height stand at 16; the sum over the header at 29 is mended, so that only the size is wrong.
    png[16..20].copy_from_slice(&65_500u32.to_be_bytes());
    png[20..24].copy_from_slice(&65_500u32.to_be_bytes());
    let sum = crc(&png[12..29]).to_be_bytes();
    png[29..33].copy_from_slice(&sum);
    assert_eq!(inspect(&png), Err(Unusable::TooManyPixels));
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 {
                crc >> 1 ^ 0xedb8_8320
            } else {
                crc >> 1
            }
        })
    })
}

#[test]
fn a_picture_cut_short_is_damaged() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png] {
        let whole = encoded(&halves(400, 200), format);
        assert_eq!(inspect(&whole[..60]), Err(Unusable::Damaged), "{format:?}");
    }
}

#[test]
fn a_plain_pdf_becomes_a_page_image() {
    let inspected = inspect(&pdf_with("", &[])).unwrap();
    assert_eq!(
        (inspected.media_type.as_str(), inspected.pages.len()),
        ("application/pdf", 1)
    );
    let page = picture(&inspected.pages[0]);
    assert_eq!(
        page.dimensions(),
        (600, 400),
        "300 x 200 points at the most that is needed: twice"
    );
    assert!(page.get_pixel(10, 10).0[0] > 250, "on white");
}

#[test]
fn a_pdf_that_acts_or_carries_is_refused() {
    for (why, more, further) in [
        (
            "runs on opening",
            "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>",
            &[][..],
        ),
        (
            "runs on opening, by reference",
            "/OpenAction 4 0 R",
            &["<</S/JavaScript/JS(1)>>"],
        ),
        ("launches a program", "/OpenAction<</S/Launch/F(/bin/true)>>", &[]),
        (
            "opens a web page by itself",
            "/OpenAction<</S/URI/URI(https://example.test)>>",
            &[],
        ),
        (
            "has a named script",
            "/Names<</JavaScript<</Names[(a)4 0 R]>>>>",
            &["<</S/JavaScript/JS(1)>>"],
        ),
        ("acts on closing", "/AA<</WC<</S/JavaScript/JS(1)>>>>", &[]),
        (
            "carries a file",
            "/Names<</EmbeddedFiles<</Names[(a)4 0 R]>>>>",
            &["<</Type/Filespec/F(a)>>"],
        ),
        (
            "sends a form away",
            "",
            &["<</S/SubmitForm/F(https://example.test)>>"],
        ),
        ("has a form of another kind", "/AcroForm<</XFA[(a)(b)]>>", &[]),
        (
            "hides a script where no page names it",
            "",
            &["[<</A<</S/JavaScript/JS(1)>>>>]"],
        ),
    ] {
        assert_eq!(
            inspect(&pdf_with(more, further)),
            Err(Unusable::ActiveContent),
            "{why}"
        );
    }
}

#[test]
fn a_pdf_that_only_says_where_reading_begins_is_taken() {
    for more in [
        "/OpenAction[3 0 R/Fit]",
        "/OpenAction<</S/GoTo/D[3 0 R/Fit]>>",
        "/OpenAction 4 0 R",
    ] {
        assert!(
            inspect(&pdf_with(more, &["<</S/GoTo/D[3 0 R/Fit]>>"])).is_ok(),
            "{more}"
        );
    }
}

#[test]
fn a_link_to_a_web_address_is_a_picture_of_a_link() {
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Annots[4 0 R]>>";
    let link = "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.test)>>>>";
    assert!(inspect(&pdf(&["<</Type/Catalog/Pages 2 0 R>>", PAGES, page, link])).is_ok());
}

#[test]
fn a_pdf_that_is_an_archive_too_is_refused() {
    let mut both = pdf_with("", &[]);
    both.extend(b"PK\x05\x06");
    both.extend([0; 18]);
    assert_eq!(inspect(&both), Err(Unusable::TwoKinds));
}

#[test]
fn four_bytes_by_chance_in_the_middle_of_a_scan_make_no_archive() {
    let scan = format!(
        "<</Length 70004>>stream\n{}PK\u{5}\u{6}{}\nendstream",
        "a".repeat(10),
        "b".repeat(69_990)
    );
    assert!(inspect(&pdf_with("", &[&scan])).is_ok());
}

#[test]
fn a_pdf_that_only_a_password_opens_is_refused() {
    let mut text = String::from_utf8(pdf_with("", &["<</Filter/Standard/V 1/R 2/O(00000000000000000000000000000000)/U(00000000000000000000000000000000)/P -4>>"])).unwrap();
    text = text.replace("/Root 1 0 R>>", "/Root 1 0 R/Encrypt 4 0 R/ID[(a)(a)]>>");
    assert_eq!(inspect(text.as_bytes()), Err(Unusable::Encrypted));
}

#[test]
fn a_pdf_of_too_many_pages_or_none_is_refused() {
    let pages: Vec<String> = (0..=PAGES_MAX).map(|_| PAGE.to_owned()).collect();
    let kids: String = (0..=PAGES_MAX)
        .map(|place| format!("{} 0 R ", place + 3))
        .collect();
    let tree = format!("<</Type/Pages/Kids[{kids}]/Count {}>>", PAGES_MAX + 1);
    let mut objects = vec!["<</Type/Catalog/Pages 2 0 R>>", tree.as_str()];
    objects.extend(pages.iter().map(String::as_str));
    assert_eq!(inspect(&pdf(&objects)), Err(Unusable::TooManyPages));
    assert_eq!(
        inspect(&pdf(&[
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[]/Count 0>>"
        ])),
        Err(Unusable::Damaged)
    );
}

#[test]
fn a_pdf_with_a_page_the_size_of_a_house_is_refused() {
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 90000 90000]>>";
    assert_eq!(
        inspect(&pdf(&["<</Type/Catalog/Pages 2 0 R>>", PAGES, page])),
        Err(Unusable::Damaged)
    );
}

#[test]
fn what_is_no_pdf_behind_its_first_line_is_damaged() {
    assert_eq!(inspect(b"%PDF-1.7\nnothing of the kind"), Err(Unusable::Damaged));
}
