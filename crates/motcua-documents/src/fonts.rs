//! The one type family of every paper: Tinos, which has the metrics of the face that Decree 30/2020 asks
//! for and covers Vietnamese whole. It travels inside the binary, so a paper looks the same on every
//! machine.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Regular, bold, italic, bold italic.
const FACES: [&[u8]; 4] = [
    include_bytes!("../../../documents/fonts/Tinos-Regular.ttf"),
    include_bytes!("../../../documents/fonts/Tinos-Bold.ttf"),
    include_bytes!("../../../documents/fonts/Tinos-Italic.ttf"),
    include_bytes!("../../../documents/fonts/Tinos-BoldItalic.ttf"),
];

/// The faces and the index by which typst chooses among them.
pub(crate) struct Faces {
    /// What typst selects from.
    pub(crate) book: LazyHash<FontBook>,
    /// The faces, in the order of the book.
    pub(crate) fonts: Vec<Font>,
}

/// The faces, read once.
pub(crate) static TINOS: LazyLock<Faces> = LazyLock::new(|| {
    let fonts: Vec<Font> = FACES
        .into_iter()
        .filter_map(|face| Font::new(Bytes::new(face), 0))
        .collect();
    Faces {
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
    }
});

/// Whether every face can print this character, so that it does not depend on where it stands.
pub(crate) fn covers(character: char) -> bool {
    TINOS
        .fonts
        .iter()
        .all(|font| font.info().coverage.contains(u32::from(character)))
}
