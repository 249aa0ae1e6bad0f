//! The templates (mẫu trình bày): the city's own where it has one, else those in the binary.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// The templates in the binary, by file name. `khung.typ` is the frame that the others import.
const EMBEDDED: [(&str, &str); 9] = [
    ("khung.typ", include_str!("../../../documents/khung.typ")),
    ("mau-01.typ", include_str!("../../../documents/mau-01.typ")),
    ("mau-02.typ", include_str!("../../../documents/mau-02.typ")),
    ("mau-03.typ", include_str!("../../../documents/mau-03.typ")),
    ("mau-06.typ", include_str!("../../../documents/mau-06.typ")),
    (
        "giay-khai-sinh.typ",
        include_str!("../../../documents/giay-khai-sinh.typ"),
    ),
    ("ket-qua.typ", include_str!("../../../documents/ket-qua.typ")),
    (
        "tu-choi-ket-qua.typ",
        include_str!("../../../documents/tu-choi-ket-qua.typ"),
    ),
    (
        "receipt-of-sending.typ",
        include_str!("../../../documents/receipt-of-sending.typ"),
    ),
];

/// The mark of the demonstration as a picture: the large one behind the text.
pub(crate) const DEMO_MARK: (&str, &str) =
    ("demo-mark.svg", include_str!("../../../documents/demo-mark.svg"));

/// No template is longer than this, in bytes; a longer file is not one.
const TEMPLATE_BYTES_MAX: u64 = 256 * 1024;

/// A set of templates, one per form. It travels to the child that renders, hence the wire format.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateSet {
    /// The city's own templates, by file name; a form without one uses the embedded.
    own: BTreeMap<String, String>,
}

/// Why a folder of templates cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// The folder or a file in it cannot be read.
    #[error("cannot read {}: {source}", path.display())]
    Unreadable {
        /// What was read.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// A template whose name no form has: a slip of the pen would otherwise do nothing, silently.
    #[error("{} is the template of no form", path.display())]
    Unknown {
        /// The file.
        path: PathBuf,
    },
    /// A template beyond 256 KiB.
    #[error("{} is longer than a template may be", path.display())]
    TooLong {
        /// The file.
        path: PathBuf,
    },
}

impl TemplateSet {
    /// The templates that came with this binary.
    pub fn embedded() -> Self {
        Self::default()
    }

    /// The templates of a city: every `.typ` file of the folder takes the place of the embedded one of its
    /// name; other files are left alone.
    ///
    /// # Errors
    /// When the folder cannot be read, or holds a template that no form has or that is too long.
    pub fn from_dir(folder: &Path) -> Result<Self, TemplateError> {
        let unreadable = |path: &Path| {
            let path = path.to_owned();
            move |source| TemplateError::Unreadable { path, source }
        };
        let mut own = BTreeMap::new();
        for entry in fs::read_dir(folder).map_err(unreadable(folder))? {
            let path = entry.map_err(unreadable(folder))?.path();
            if path.extension().is_none_or(|extension| extension != "typ") {
                continue;
            }
            let Some(name) = path
                .file_name()
                .and_then(|name| name.to_str())
                .filter(|name| is_known(name))
            else {
                return Err(TemplateError::Unknown { path });
            };
            let mut text = String::new();
            let file = fs::File::open(&path).map_err(unreadable(&path))?;
            file.take(TEMPLATE_BYTES_MAX + 1)
                .read_to_string(&mut text)
                .map_err(unreadable(&path))?;
            if text.len() as u64 > TEMPLATE_BYTES_MAX {
                return Err(TemplateError::TooLong { path });
            }
            own.insert(name.to_owned(), text);
        }
        Ok(Self { own })
    }

    /// The text of a template; `None` for any name that is not one.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        let (_, embedded) = EMBEDDED.iter().find(|(known, _)| *known == name)?;
        Some(self.own.get(name).map_or(embedded, String::as_str))
    }
}

fn is_known(name: &str) -> bool {
    EMBEDDED.iter().any(|(known, _)| *known == name)
}
