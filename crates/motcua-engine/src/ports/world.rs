//! Time, chance, files, mail and waking: the rest of the world.

use motcua_domain::id::MessageId;
use motcua_domain::time::Instant;
use thiserror::Error;
use uuid::Uuid;

/// The time. Only the binary has a real one.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Instant;
}

/// Chance. Only the binary has a real one; tests and the simulator have a seeded one.
pub trait Chance: Send + Sync {
    /// Fills the bytes with chance good enough for secrets.
    fn fill(&self, bytes: &mut [u8]);

    /// A new identifier that sorts by time (UUID version 7 of `now`). Never a secret.
    fn id(&self, now: Instant) -> Uuid {
        let mut bytes = [0u8; 10];
        self.fill(&mut bytes);
        let millis = u64::try_from(now.millis()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
    }

    /// A secret of 256 bits.
    fn secret(&self) -> [u8; 32] {
        let mut bytes = [0u8; 32];
        self.fill(&mut bytes);
        bytes
    }
}

/// Files by content: SHA-256 names them.
pub trait FileStore: Send + Sync {
    /// Keeps the bytes durably and returns their SHA-256.
    ///
    /// # Errors
    /// [`FileStoreError`] if the machine cannot.
    fn keep(&self, bytes: &[u8]) -> Result<[u8; 32], FileStoreError>;

    /// The bytes that a hash names, checked against it.
    ///
    /// # Errors
    /// [`FileStoreError`] if they are missing, damaged, or the machine cannot.
    fn open(&self, hash: &[u8; 32]) -> Result<Vec<u8>, FileStoreError>;

    /// Keeps the page images of a file.
    ///
    /// # Errors
    /// [`FileStoreError`] if the machine cannot.
    fn keep_pages(&self, hash: &[u8; 32], pages: &[Vec<u8>]) -> Result<(), FileStoreError>;

    /// A page image (JPEG), counted from 1.
    ///
    /// # Errors
    /// [`FileStoreError`] if there is none, or the machine cannot.
    fn open_page(&self, hash: &[u8; 32], page: u32) -> Result<Vec<u8>, FileStoreError>;

    /// Forgets a file and its page images, unless it was kept (again) at or after `kept_before`: somebody may be
    /// about to refer to it. Gives whether it is gone.
    ///
    /// # Errors
    /// [`FileStoreError`] if the machine cannot.
    fn forget(&self, hash: &[u8; 32], pages: u32, kept_before: Instant) -> Result<bool, FileStoreError>;
}

/// A file cannot be kept or found.
#[derive(Debug, Error)]
pub enum FileStoreError {
    /// No such file.
    #[error("no file of this hash")]
    Missing,
    /// Its content no longer has its hash.
    #[error("the file is damaged")]
    Damaged,
    /// The machine cannot.
    #[error("file store: {0}")]
    Machine(String),
}

/// An e-mail, in both languages, without personal detail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// Becomes the `Message-ID`, so that a repeated sending is recognised.
    pub id: MessageId,
    /// To whom.
    pub to: String,
    /// One line.
    pub subject: String,
    /// Plain text.
    pub body: String,
}

/// Somebody who can carry mail.
pub trait Mailer: Send + Sync {
    /// Hands the mail to the first server on its way. Sent is not delivered.
    ///
    /// # Errors
    /// [`MailError`] tells whether trying again can help.
    fn send(&self, mail: &Mail) -> Result<(), MailError>;
}

/// Mail could not be handed over.
#[derive(Debug, Error)]
pub enum MailError {
    /// Try again later.
    #[error("mail, for now: {0}")]
    Temporary(String),
    /// Trying again will not help.
    #[error("mail, for good: {0}")]
    Permanent(String),
}

/// Wakes those who wait for work; carries nothing.
pub trait Wake: Send + Sync {
    /// Something may be waiting in the outbox.
    fn wake(&self);
}

/// Looks at what somebody uploads: what it is by content, whether it is safe to keep, and how its pages look.
pub trait Inspector: Send + Sync {
    /// Inspects the bytes within bounded time and memory.
    ///
    /// # Errors
    /// [`InspectError`]: unusable for a reason that has a sentence, or the machine cannot.
    fn inspect(&self, bytes: &[u8]) -> Result<Inspected, InspectError>;
}

/// A usable file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspected {
    /// Media type by content.
    pub media_type: String,
    /// Its pages as JPEG images, re-encoded by us: nothing of the sender's bytes is in them.
    pub pages: Vec<Vec<u8>>,
}

/// A file that is not taken.
#[derive(Debug, Error)]
pub enum InspectError {
    /// Unusable; the code names the sentence in `text/` (`file-empty`, `file-type`, …).
    #[error("unusable: {0}")]
    Unusable(String),
    /// Too many files wait to be looked at: try again after a moment.
    #[error("busy")]
    Busy,
    /// The machine cannot.
    #[error("inspection: {0}")]
    Machine(String),
}

/// Registers of the State that hold facts about people (cơ sở dữ liệu): what they hold is not asked (D309 2.1).
pub trait Registers: Send + Sync {
    /// What registers hold about a person besides what their sign-in told, by the names of facts. Nothing where a
    /// register does not answer: the questions are asked then.
    fn facts(&self, person: &motcua_domain::person::Person) -> motcua_domain::form::Facts;
}

/// No register is connected.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoRegisters;

impl Registers for NoRegisters {
    fn facts(&self, _person: &motcua_domain::person::Person) -> motcua_domain::form::Facts {
        motcua_domain::form::Facts::new()
    }
}
