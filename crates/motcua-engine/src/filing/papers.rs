//! Papers of a draft: several files for each, phone photos among them.

use motcua_domain::bilingual::Bilingual;
use motcua_domain::id::{DraftId, FileId};
use motcua_domain::person::Person;
use unicode_normalization::UnicodeNormalization;

use super::OpenDraft;
use crate::city::CasePaper;
use crate::engine::{Engine, UseError};
use crate::ports::Inspected;
use crate::rows::FileRow;

/// The most files of one paper.
const FILES_OF_PAPER_MAX: usize = 12;
/// The most files that one person uploads within 24 hours: many times what the longest list of papers asks for.
pub const FILES_OF_DAY_MAX: u64 = 200;
/// The most bytes that one person uploads within 24 hours.
pub const BYTES_OF_DAY_MAX: u64 = 1024 * 1024 * 1024;
const NAME_LENGTH_MAX: usize = 120;

/// A paper that is asked for, and what was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperSlot {
    /// The paper.
    pub paper: CasePaper,
    /// Whether this filing is not complete without it.
    pub is_required: bool,
    /// The register that holds what it would show, so that nobody must give it (D309 2.1).
    pub held_by: Option<Bilingual>,
    /// The files, in the order they came.
    pub files: Vec<FileRow>,
}

impl Engine {
    /// The papers of a draft.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn paper_slots(&self, draft: &OpenDraft) -> Result<Vec<PaperSlot>, UseError> {
        let today = self.clock.now().day();
        draft
            .papers_asked()
            .map(|paper| {
                let given = draft.row.papers.iter().filter(|(name, _)| *name == paper.name);
                let files = given
                    .filter_map(|(_, file)| self.store.file(*file).transpose())
                    .collect::<Result<_, _>>()?;
                Ok(PaperSlot {
                    paper: paper.clone(),
                    is_required: draft.is_paper_required(paper, today),
                    held_by: draft.paper_held_by(paper, today),
                    files,
                })
            })
            .collect()
    }

    /// Keeps an inspected file as (part of) a paper of a draft. It is durable before this returns.
    ///
    /// # Errors
    /// Unusable if the paper has enough files; not found if the procedure asks for no such paper.
    pub fn attach(
        &self,
        person: &Person,
        id: DraftId,
        paper: &str,
        name: &str,
        bytes: &[u8],
        inspected: &Inspected,
    ) -> Result<FileId, UseError> {
        self.attach_to(
            || self.open_draft(person, id),
            person,
            (paper, name),
            bytes,
            inspected,
        )
    }

    /// The same for whoever may open the draft in this way: a file of the paper and name given.
    pub(super) fn attach_to(
        &self,
        open: impl Fn() -> Result<OpenDraft, UseError>,
        person: &Person,
        (paper, name): (&str, &str),
        bytes: &[u8],
        inspected: &Inspected,
    ) -> Result<FileId, UseError> {
        let draft = open()?;
        if !draft.papers_asked().any(|known| known.name == paper) {
            return Err(UseError::NotFound);
        }
        // Asked before the file is kept, because what is kept stays; and again when it is put in the draft.
        has_room(&draft, paper)?;
        let file = self.keep_file(person, name, bytes, inspected)?;
        self.change_draft(open, |draft| {
            has_room(draft, paper)?;
            draft.row.papers.push((paper.to_owned(), file));
            Ok(())
        })?;
        Ok(file)
    }

    /// Takes a file out of a draft.
    ///
    /// # Errors
    /// Not found as in [`Engine::open_draft`].
    pub fn detach(&self, person: &Person, id: DraftId, file: FileId) -> Result<(), UseError> {
        self.update_draft(person, id, |draft| {
            draft.row.papers.retain(|(_, known)| *known != file);
            Ok(())
        })
    }

    /// Keeps an inspected file of a person.
    ///
    /// # Errors
    /// Unusable if the person has uploaded as much within a day as one may; a failure of the machine.
    pub fn keep_file(
        &self,
        person: &Person,
        name: &str,
        bytes: &[u8],
        inspected: &Inspected,
    ) -> Result<FileId, UseError> {
        let now = self.clock.now();
        let (files, size) = self.store.uploads_since(person.id, now.plus_hours(-24))?;
        if files >= FILES_OF_DAY_MAX || size.saturating_add(bytes.len() as u64) > BYTES_OF_DAY_MAX {
            return Err(UseError::Unusable("file-quota"));
        }
        let hash = self.files.keep(bytes)?;
        self.files.keep_pages(&hash, &inspected.pages)?;
        let file = FileRow {
            id: FileId::new(self.chance.id(now)),
            name: safe_file_name(name),
            media_type: inspected.media_type.clone(),
            size: bytes.len() as u64,
            hash,
            pages: u32::try_from(inspected.pages.len()).unwrap_or(u32::MAX),
            owner: Some(person.id),
            at: now,
        };
        self.store.add_file(&file)?;
        Ok(file.id)
    }
}

/// Whether a draft takes one more file of a paper.
fn has_room(draft: &OpenDraft, paper: &str) -> Result<(), UseError> {
    let files_max = draft
        .question_of(paper)
        .map_or(FILES_OF_PAPER_MAX, |(_, files_max)| {
            files_max.min(FILES_OF_PAPER_MAX)
        });
    let given = draft.row.papers.iter().filter(|(known, _)| known == paper);
    if given.count() >= files_max {
        return Err(UseError::Unusable("file-too-many"));
    }
    Ok(())
}

/// A file's name as it may be shown: NFC, one line, no folders, no signs that turn the direction of reading.
pub fn safe_file_name(given: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or(given);
    let is_hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
            || matches!(c, ':' | '*' | '?' | '"' | '<' | '>' | '|')
    };
    let name: String = last
        .nfc()
        .filter(|c| !is_hidden(*c))
        .take(NAME_LENGTH_MAX)
        .collect();
    let name = name.trim_matches(['.', ' ']);
    if name.is_empty() {
        "tep".to_owned()
    } else {
        name.to_owned()
    }
}
