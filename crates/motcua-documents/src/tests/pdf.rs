//! Reads a PDF back with a library that had no part in writing it.

use lopdf::{Dictionary, Document, Object};

/// A PDF, as a reader finds it.
pub(super) struct Read {
    document: Document,
    /// The text of each page, with every run of white space as one space.
    pub(super) pages: Vec<String>,
}

impl Read {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let document = Document::load_mem(bytes).expect("a PDF that can be read");
        let pages = document
            .get_pages()
            .keys()
            .map(|page| {
                document
                    .extract_text(&[*page])
                    .expect("text that can be extracted")
            })
            .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        Self { document, pages }
    }

    pub(super) fn text(&self) -> String {
        self.pages.join(" ")
    }

    fn dictionaries(&self) -> impl Iterator<Item = &Dictionary> {
        self.document
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok())
    }

    /// The fonts that the PDF describes: name, and whether the font program is inside.
    pub(super) fn fonts(&self) -> Vec<(String, bool)> {
        self.dictionaries()
            .filter(|dictionary| dictionary.has_type(b"FontDescriptor"))
            .map(|font| {
                let name = font
                    .get(b"FontName")
                    .and_then(Object::as_name)
                    .expect("a font has a name");
                let inside = [&b"FontFile2"[..], b"FontFile3"].iter().any(|key| font.has(key));
                (String::from_utf8_lossy(name).into_owned(), inside)
            })
            .collect()
    }

    /// Whether the catalog says that the PDF is tagged, and its language.
    pub(super) fn tagged_in(&self) -> (bool, String) {
        let catalog = self.document.catalog().expect("a catalog");
        let marked = catalog
            .get_deref(b"MarkInfo", &self.document)
            .and_then(Object::as_dict)
            .and_then(|info| info.get(b"Marked"))
            .and_then(Object::as_bool)
            .unwrap_or_default();
        let language = catalog.get(b"Lang").and_then(Object::as_str).expect("a language");
        (marked, String::from_utf8_lossy(language).into_owned())
    }

    /// The metadata packet, which names the standards that the PDF claims.
    pub(super) fn metadata(&self) -> String {
        let catalog = self.document.catalog().expect("a catalog");
        let stream = catalog
            .get_deref(b"Metadata", &self.document)
            .and_then(Object::as_stream)
            .expect("metadata");
        String::from_utf8_lossy(&stream.content).into_owned()
    }

    /// The roles of the structure tree, such as `TH` for the head of a table.
    pub(super) fn roles(&self) -> Vec<String> {
        self.dictionaries()
            .filter(|dictionary| dictionary.has(b"S") && dictionary.has(b"P"))
            .filter_map(|element| element.get(b"S").and_then(Object::as_name).ok())
            .map(|role| String::from_utf8_lossy(role).into_owned())
            .collect()
    }
}
