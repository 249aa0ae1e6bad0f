//! Files on disk by their SHA-256. A file is there whole or not at all: written aside, flushed, renamed, and the
//! folder flushed, before its hash is given out.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::UNIX_EPOCH;

use motcua_domain::time::Instant;
use motcua_engine::ports::{FileStore, FileStoreError};
use sha2::{Digest, Sha256};

/// A folder of files by content.
#[derive(Debug)]
pub struct DiskFiles {
    root: PathBuf,
    aside: AtomicU64,
}

impl DiskFiles {
    /// Opens a folder, making it if it is not there.
    ///
    /// # Errors
    /// [`FileStoreError::Machine`] if the folder cannot be made.
    pub fn open(root: &Path) -> Result<Self, FileStoreError> {
        fs::create_dir_all(root.join("aside")).map_err(machine)?;
        Ok(Self {
            root: root.to_path_buf(),
            aside: AtomicU64::new(0),
        })
    }

    fn path(&self, hash: &[u8; 32], ending: &str) -> PathBuf {
        let name: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        let (shelf, rest) = name.split_at(2);
        self.root.join(shelf).join(format!("{rest}{ending}"))
    }

    /// A place of its own for what is not there yet, or not any more.
    fn aside(&self) -> PathBuf {
        let turn = self.aside.fetch_add(1, Ordering::Relaxed);
        self.root
            .join("aside")
            .join(format!("{}-{turn}", std::process::id()))
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), FileStoreError> {
        let shelf = path.parent().unwrap_or(&self.root);
        fs::create_dir_all(shelf).map_err(machine)?;
        let aside = self.aside();
        let mut file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .open(&aside)
            .map_err(machine)?;
        file.write_all(bytes).map_err(machine)?;
        file.sync_all().map_err(machine)?;
        fs::rename(&aside, path).map_err(machine)?;
        File::open(shelf)
            .and_then(|folder| folder.sync_all())
            .map_err(machine)?;
        File::open(&self.root)
            .and_then(|folder| folder.sync_all())
            .map_err(machine)
    }
}

impl FileStore for DiskFiles {
    fn keep(&self, bytes: &[u8]) -> Result<[u8; 32], FileStoreError> {
        let hash: [u8; 32] = Sha256::digest(bytes).into();
        // Also where it is there already: the disk may have damaged it, and from its age one sees that somebody is
        // about to refer to it.
        self.write(&self.path(&hash, ""), bytes)?;
        Ok(hash)
    }

    fn open(&self, hash: &[u8; 32]) -> Result<Vec<u8>, FileStoreError> {
        let bytes = fs::read(self.path(hash, "")).map_err(missing)?;
        let found: [u8; 32] = Sha256::digest(&bytes).into();
        if found == *hash {
            Ok(bytes)
        } else {
            Err(FileStoreError::Damaged)
        }
    }

    fn keep_pages(&self, hash: &[u8; 32], pages: &[Vec<u8>]) -> Result<(), FileStoreError> {
        pages
            .iter()
            .zip(1u32..)
            .try_for_each(|(page, number)| self.write(&self.path(hash, &format!(".{number}.jpg")), page))
    }

    fn open_page(&self, hash: &[u8; 32], page: u32) -> Result<Vec<u8>, FileStoreError> {
        fs::read(self.path(hash, &format!(".{page}.jpg"))).map_err(missing)
    }

    /// The file is taken aside before its age is asked, and put back if somebody kept it lately: so nothing that is
    /// kept meanwhile, here or on another node, is thrown away.
    fn forget(&self, hash: &[u8; 32], pages: u32, kept_before: Instant) -> Result<bool, FileStoreError> {
        let path = self.path(hash, "");
        let aside = self.aside();
        match fs::rename(&path, &aside) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(true),
            taken => taken.map_err(machine)?,
        }
        let kept_at = fs::metadata(&aside)
            .and_then(|data| data.modified())
            .map_err(machine)?;
        let kept_at = kept_at
            .duration_since(UNIX_EPOCH)
            .map_or(0, |since| since.as_millis());
        if i128::try_from(kept_at).unwrap_or(i128::MAX) >= i128::from(kept_before.millis()) {
            fs::rename(&aside, &path).map_err(machine)?;
            return Ok(false);
        }
        for page in 1..=pages {
            match fs::remove_file(self.path(hash, &format!(".{page}.jpg"))) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(machine(error)),
                _ => {}
            }
        }
        fs::remove_file(&aside).map_err(machine)?;
        Ok(true)
    }
}

fn machine(error: std::io::Error) -> FileStoreError {
    FileStoreError::Machine(error.to_string())
}

fn missing(error: std::io::Error) -> FileStoreError {
    if error.kind() == ErrorKind::NotFound {
        FileStoreError::Missing
    } else {
        machine(error)
    }
}
