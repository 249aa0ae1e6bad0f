//! All that a template can see, and the only module that touches typst.
//!
//! A template sees the templates of its set, the data of its paper and the QR code; no package, no other
//! file, no clock. So a paper depends on nothing but what was given.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, PackageError, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World, WorldExt as _};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::fonts::TINOS;
use crate::paper::Moment;
use crate::render::{Fault, RenderError};
use crate::template::{DEMO_MARK, TemplateSet};

/// The virtual file that holds the data of the paper.
const DATA: &str = "data.json";
/// The virtual file that holds the QR code of the paper.
const QR: &str = "qr.svg";
/// Minutes that local time is ahead of UTC.
const LOCAL_OFFSET_MINUTES: i32 = 7 * 60;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// One paper to set: what typst needs, and nothing else.
pub(crate) struct Sheet<'a> {
    /// The template to begin with.
    pub(crate) template: &'static str,
    /// Where templates come from.
    pub(crate) templates: &'a TemplateSet,
    /// The data, as JSON.
    pub(crate) data: Vec<u8>,
    /// The QR code, as SVG.
    pub(crate) qr: String,
    /// What the PDF calls itself, for ever: form, number and moment.
    pub(crate) identity: String,
    /// When the paper was made out.
    pub(crate) issued_at: Moment,
}

impl Sheet<'_> {
    /// Sets the paper and exports it.
    ///
    /// # Errors
    /// When the template is at fault, or the result is not what PDF/A-2a and PDF/UA-1 ask.
    pub(crate) fn to_pdf(&self) -> Result<Vec<u8>, RenderError> {
        // typst remembers every step of every compilation for ever unless told to forget, failed ones too.
        let _forget = Forget;
        let world = self.world()?;
        let document =
            typst::compile::<PagedDocument>(&world)
                .output
                .map_err(|faults| RenderError::Template {
                    faults: explain(&world, &faults),
                })?;
        typst_pdf::pdf(&document, &self.options()?).map_err(|faults| RenderError::Export {
            faults: explain(&world, &faults),
        })
    }

    fn world(&self) -> Result<SheetWorld<'_>, RenderError> {
        let main = file_id(self.template).ok_or_else(|| RenderError::no_template(self.template))?;
        Ok(SheetWorld { sheet: self, main })
    }

    fn options(&self) -> Result<PdfOptions, RenderError> {
        let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).map_err(|fault| {
            RenderError::Export {
                faults: vec![Fault::placeless(fault.message())],
            }
        })?;
        Ok(PdfOptions {
            ident: Smart::Custom(self.identity.clone()),
            creator: Smart::Custom(Some("Motcua".to_owned())),
            timestamp: Some(self.timestamp().ok_or(RenderError::NoSuchMoment)?),
            standards,
            ..PdfOptions::default()
        })
    }

    fn timestamp(&self) -> Option<Timestamp> {
        let Moment { date, hour, minute } = self.issued_at;
        let datetime = Datetime::from_ymd_hms(i32::from(date.year), date.month, date.day, hour, minute, 0)?;
        Timestamp::new_local(datetime, LOCAL_OFFSET_MINUTES)
    }
}

/// Forgets what typst remembered, however the compilation ended.
struct Forget;

impl Drop for Forget {
    fn drop(&mut self) {
        comemo::evict(0);
    }
}

struct SheetWorld<'a> {
    sheet: &'a Sheet<'a>,
    main: FileId,
}

/// The id of a virtual path. Ids are 16 bits and interned for ever, so only fixed names may come here.
fn file_id(name: &'static str) -> Option<FileId> {
    Some(FileId::new(RootedPath::new(
        VirtualRoot::Project,
        VirtualPath::new(name).ok()?,
    )))
}

/// The name by which a template asks for a file; no package has one.
fn name_of(id: FileId) -> FileResult<&'static str> {
    let path = id.get();
    match path.root() {
        VirtualRoot::Package(package) => Err(FileError::Package(PackageError::NotFound(package.clone()))),
        VirtualRoot::Project => Ok(path.vpath().get_without_slash()),
    }
}

impl World for SheetWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &TINOS.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let text = self
            .sheet
            .templates
            .text(name_of(id)?)
            .ok_or(FileError::AccessDenied)?;
        Ok(Source::new(id, text.to_owned()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match name_of(id)? {
            DATA => Ok(Bytes::new(self.sheet.data.clone())),
            QR => Ok(Bytes::from_string(self.sheet.qr.clone())),
            name if name == DEMO_MARK.0 => Ok(Bytes::from_string(DEMO_MARK.1)),
            name => {
                let text = self.sheet.templates.text(name).ok_or(FileError::AccessDenied)?;
                Ok(Bytes::from_string(text.to_owned()))
            }
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        TINOS.fonts.get(index).cloned()
    }

    /// No clock: a paper carries the moment that it was given.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Faults in words: the template, the line, what is wrong. Never the data.
fn explain(world: &SheetWorld<'_>, faults: &[SourceDiagnostic]) -> Vec<Fault> {
    faults
        .iter()
        .map(|fault| {
            let place = fault.span.id().and_then(|id| {
                let range = world.range(fault.span)?;
                let line = world.source(id).ok()?.lines().byte_to_line(range.start)?;
                Some((name_of(id).ok()?.to_owned(), line + 1))
            });
            let (template, line) = place.unzip();
            Fault {
                template,
                line,
                message: fault.message.to_string(),
            }
        })
        .collect()
}
