//! What a file is, whether it may be kept, and how its pages look.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use motcua_engine::ports::Inspected;
use thiserror::Error;

mod pdf;

/// The largest file: a phone's photo or a scan of a few dozen pages.
pub const FILE_BYTES_MAX: usize = 20 * 1024 * 1024;
/// The most pages of one file.
pub const PAGES_MAX: usize = 60;
/// The most pixels of one image: 50 million, a large phone's.
const PIXELS_MAX: u64 = 50_000_000;
/// The longer side of a page image.
const PAGE_SIDE_MAX: u32 = 1600;

/// Why a file is not taken. The code names the sentence in `text/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Unusable {
    /// Zero bytes.
    #[error("file-empty")]
    Empty,
    /// Over [`FILE_BYTES_MAX`].
    #[error("file-too-large")]
    TooLarge,
    /// Neither PDF, JPEG nor PNG by content.
    #[error("file-type")]
    Type,
    /// It cannot be read to its end.
    #[error("file-damaged")]
    Damaged,
    /// More pixels than [`PIXELS_MAX`].
    #[error("file-too-many-pixels")]
    TooManyPixels,
    /// More pages than [`PAGES_MAX`].
    #[error("file-too-many-pages")]
    TooManyPages,
    /// A PDF that only a password opens.
    #[error("file-encrypted")]
    Encrypted,
    /// A PDF that runs something or carries files.
    #[error("file-active-content")]
    ActiveContent,
    /// One file that is two kinds at once.
    #[error("file-two-kinds")]
    TwoKinds,
}

/// Inspects a file.
///
/// # Errors
/// [`Unusable`] says why it is not taken.
pub fn inspect(bytes: &[u8]) -> Result<Inspected, Unusable> {
    if bytes.is_empty() {
        return Err(Unusable::Empty);
    }
    if bytes.len() > FILE_BYTES_MAX {
        return Err(Unusable::TooLarge);
    }
    match infer::get(bytes).map(|kind| kind.mime_type()) {
        Some("application/pdf") => pdf::inspect(bytes),
        Some("image/jpeg") => photo(bytes, ImageFormat::Jpeg, "image/jpeg"),
        Some("image/png") => photo(bytes, ImageFormat::Png, "image/png"),
        _ => Err(Unusable::Type),
    }
}

/// A photo: decoded within limits, turned upright as its camera meant it, and encoded anew. What the camera wrote
/// beside the picture (place, time, device) is not in the page image.
fn photo(bytes: &[u8], format: ImageFormat, media_type: &str) -> Result<Inspected, Unusable> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(PIXELS_MAX * 8);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| Unusable::Damaged)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS_MAX {
        return Err(Unusable::TooManyPixels);
    }
    let orientation = decoder.orientation().map_err(|_| Unusable::Damaged)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| Unusable::Damaged)?;
    picture.apply_orientation(orientation);
    Ok(Inspected {
        media_type: media_type.to_owned(),
        pages: vec![page_image(&picture)?],
    })
}

/// A page image: on white, no larger than needed to read it.
fn page_image(picture: &DynamicImage) -> Result<Vec<u8>, Unusable> {
    let fitted = if picture.width().max(picture.height()) > PAGE_SIDE_MAX {
        picture.resize(
            PAGE_SIDE_MAX,
            PAGE_SIDE_MAX,
            image::imageops::FilterType::Triangle,
        )
    } else {
        picture.clone()
    };
    let mut page = image::RgbImage::from_pixel(fitted.width(), fitted.height(), image::Rgb([255, 255, 255]));
    for (under, over) in page.pixels_mut().zip(fitted.to_rgba8().pixels()) {
        let image::Rgba([red, green, blue, alpha]) = *over;
        let mix = |ink: u8| {
            let alpha = u16::from(alpha);
            u8::try_from((u16::from(ink) * alpha + 255 * (255 - alpha)) / 255).unwrap_or(255)
        };
        *under = image::Rgb([mix(red), mix(green), mix(blue)]);
    }
    let mut encoded = Vec::new();
    let mut encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut encoded, 80);
    encoder.encode_image(&page).map_err(|_| Unusable::Damaged)?;
    Ok(encoded)
}
