//! PDF: nothing that runs, nothing hidden, no password; every page as an image.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use image::DynamicImage;
use lopdf::{Document, LoadOptions, Object};
use motcua_engine::ports::Inspected;

use super::{PAGE_SIDE_MAX, PAGES_MAX, Unusable, page_image};

/// The most bytes that one stream may unpack to.
const STREAM_BYTES_MAX: usize = 100 * 1024 * 1024;
/// The longest side of a page, in points, that is drawn: A0 is 3370.
const POINTS_MAX: f32 = 6000.0;
/// The end of an archive's directory: 22 bytes and a comment of at most 65,535.
const ARCHIVE_END_MAX: usize = 22 + 65_535;
/// Dictionary keys that make a PDF act or carry.
const ACTIVE: &[&[u8]] = &[
    b"JavaScript",
    b"JS",
    b"OpenAction",
    b"AA",
    b"EmbeddedFiles",
    b"RichMedia",
    b"XFA",
];
/// Kinds of action that reach outside the page. A link to a web address is shown as a picture, so it may stay.
const REACHING: &[&[u8]] = &[
    b"JavaScript",
    b"Launch",
    b"ImportData",
    b"SubmitForm",
    b"GoToR",
    b"GoToE",
    b"Rendition",
    b"Movie",
    b"Sound",
];

pub(super) fn inspect(bytes: &[u8]) -> Result<Inspected, Unusable> {
    if is_another_kind_too(bytes) {
        return Err(Unusable::TwoKinds);
    }
    let options = LoadOptions {
        max_decompressed_size: Some(STREAM_BYTES_MAX),
        ..LoadOptions::default()
    };
    let document = Document::load_mem_with_options(bytes, options).map_err(|_| Unusable::Damaged)?;
    if document.trailer.has(b"Encrypt") {
        return Err(Unusable::Encrypted);
    }
    if is_active(&document) {
        return Err(Unusable::ActiveContent);
    }
    let pages = draw(bytes)?;
    Ok(Inspected {
        media_type: "application/pdf".to_owned(),
        pages,
    })
}

/// A PDF that is also something else: it does not begin with its own mark, or an archive's directory ends it. Readers
/// of archives look for that end in the last 64 KiB only; further in, four such bytes are chance.
fn is_another_kind_too(bytes: &[u8]) -> bool {
    let tail = bytes
        .get(bytes.len().saturating_sub(ARCHIVE_END_MAX)..)
        .unwrap_or(bytes);
    let has_archive_end = tail.windows(4).any(|window| window == b"PK\x05\x06");
    !bytes.starts_with(b"%PDF-") || has_archive_end
}

/// Whether any object acts by itself or carries a file. Every object is looked at, also those that no page names.
fn is_active(document: &Document) -> bool {
    let mut waiting: Vec<&Object> = document.objects.values().collect();
    while let Some(object) = waiting.pop() {
        let dictionary = match object {
            Object::Dictionary(dictionary) => dictionary,
            Object::Stream(stream) => &stream.dict,
            Object::Array(items) => {
                waiting.extend(items);
                continue;
            }
            _ => continue,
        };
        let reaches = dictionary
            .get(b"S")
            .and_then(Object::as_name)
            .is_ok_and(|name| REACHING.contains(&name));
        let is_file = dictionary
            .get(b"Type")
            .and_then(Object::as_name)
            .is_ok_and(|name| name == b"EmbeddedFile");
        let acts = dictionary.iter().any(|(key, value)| {
            ACTIVE.contains(&key.as_slice()) && !(key == b"OpenAction" && is_place(document, value))
        });
        if reaches || is_file || acts {
            return true;
        }
        waiting.extend(dictionary.iter().map(|(_, value)| value));
    }
    false
}

/// Whether what happens on opening is only that reading begins at a place of this document.
fn is_place(document: &Document, action: &Object) -> bool {
    match document.dereference(action) {
        Ok((_, Object::Array(_))) => true,
        Ok((_, Object::Dictionary(action))) => {
            !action.has(b"Next")
                && action
                    .get(b"S")
                    .and_then(Object::as_name)
                    .is_ok_and(|name| name == b"GoTo")
        }
        _ => false,
    }
}

fn draw(bytes: &[u8]) -> Result<Vec<Vec<u8>>, Unusable> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|_| Unusable::Damaged)?;
    let pages = pdf.pages();
    match pages.len() {
        0 => return Err(Unusable::Damaged),
        count if count > PAGES_MAX => return Err(Unusable::TooManyPages),
        _ => {}
    }
    let cache = RenderCache::new();
    let interpreter = InterpreterSettings::default();
    let settings = RenderSettings::default();
    pages
        .iter()
        .map(|page| {
            let (width, height) = page.render_dimensions();
            let side = width.max(height);
            if !(side.is_finite() && width >= 1.0 && height >= 1.0 && side <= POINTS_MAX) {
                return Err(Unusable::Damaged);
            }
            let scale = (PAGE_SIDE_MAX as f32 / side).min(2.0);
            let pixmap_settings = PixmapSettings {
                x_scale: scale,
                y_scale: scale,
                bg_color: hayro::vello_cpu::color::palette::css::WHITE,
            };
            let pixmap = hayro::render(page, &cache, &interpreter, &settings, &pixmap_settings);
            let (width, height) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
            let pixels = image::RgbaImage::from_raw(width, height, pixmap.data_as_u8_slice().to_vec());
            page_image(&DynamicImage::ImageRgba8(pixels.ok_or(Unusable::Damaged)?))
        })
        .collect()
}
