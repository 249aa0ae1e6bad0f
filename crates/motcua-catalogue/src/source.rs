//! Opening a file of records: plain, gzip or Zstandard, with progress.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::bufread::MultiGzDecoder;

use crate::portal::{ImportEnding, ImportedRecord, Rejected, import};

mod zstd;

#[cfg(test)]
mod tests;

/// First bytes of a gzip file.
const GZIP_MAGIC: &[u8] = b"\x1f\x8b";
/// First bytes of a Zstandard frame.
const ZSTD_MAGIC: &[u8] = b"\x28\xb5\x2f\xfd";
/// Bytes read from the disk at once.
const BUFFER_BYTES: usize = 256 * 1024;

/// How far an import is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes of the file read so far, before unpacking.
    pub bytes_read: u64,
    /// Bytes of the file.
    pub bytes_total: u64,
    /// Records understood so far.
    pub records: u64,
}

/// A file that cannot be opened.
#[derive(Debug, thiserror::Error)]
#[error("cannot open {}: {cause}", path.display())]
pub struct OpenError {
    path: PathBuf,
    #[source]
    cause: io::Error,
}

/// A file of records, unpacked while it is read.
pub struct Source {
    reader: Box<dyn BufRead + Send>,
    bytes_read: Arc<AtomicU64>,
    bytes_total: u64,
}

impl Source {
    /// Opens a file. Its packing is told by its name (`.gz`, `.zst`, `.jsonl`, `.ndjson`, `.json`), or by its first
    /// bytes where the name does not say.
    ///
    /// # Errors
    /// [`OpenError`] if the file is not there or may not be read.
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        let failed = |cause| OpenError {
            path: path.to_owned(),
            cause,
        };
        let file = File::open(path).map_err(failed)?;
        let bytes_total = file.metadata().map_err(failed)?.len();
        let bytes_read = Arc::new(AtomicU64::new(0));
        let counted = Counted {
            file,
            bytes_read: Arc::clone(&bytes_read),
        };
        let mut packed = BufReader::with_capacity(BUFFER_BYTES, counted);
        let first_bytes = packed.fill_buf().map_err(failed)?;
        let reader: Box<dyn BufRead + Send> = match Packing::of(path, first_bytes) {
            Packing::Plain => Box::new(packed),
            Packing::Gzip => Box::new(BufReader::with_capacity(
                BUFFER_BYTES,
                MultiGzDecoder::new(packed),
            )),
            Packing::Zstd => Box::new(BufReader::with_capacity(BUFFER_BYTES, zstd::Frames::new(packed))),
        };
        Ok(Self {
            reader,
            bytes_read,
            bytes_total,
        })
    }
}

/// How a file is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Packing {
    Plain,
    Gzip,
    Zstd,
}

impl Packing {
    fn of(path: &Path, first_bytes: &[u8]) -> Self {
        let extension = path
            .extension()
            .and_then(|extension| extension.to_str())
            .unwrap_or_default();
        match extension.to_ascii_lowercase().as_str() {
            "gz" => Self::Gzip,
            "zst" => Self::Zstd,
            "jsonl" | "ndjson" | "json" => Self::Plain,
            _ if first_bytes.starts_with(GZIP_MAGIC) => Self::Gzip,
            _ if first_bytes.starts_with(ZSTD_MAGIC) => Self::Zstd,
            _ => Self::Plain,
        }
    }
}

/// Counts what is read from the file.
struct Counted {
    file: File,
    bytes_read: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(into)?;
        self.bytes_read.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// Imports a whole file: `each` is given every line as it is understood or not, `on_progress` is called after each.
///
/// # Errors
/// [`OpenError`] if the file cannot be opened. A file that breaks off later is no error: its last line is rejected with
/// the reason, and what came before counts.
pub fn import_file(
    path: &Path,
    each: &mut dyn FnMut(Result<ImportedRecord, Rejected>),
    on_progress: &mut dyn FnMut(Progress),
) -> Result<ImportEnding, OpenError> {
    let Source {
        reader,
        bytes_read,
        bytes_total,
    } = Source::open(path)?;
    let mut lines = import(reader);
    let mut records = 0;
    for line in lines.by_ref() {
        records += u64::from(line.is_ok());
        each(line);
        on_progress(Progress {
            bytes_read: bytes_read.load(Ordering::Relaxed),
            bytes_total,
            records,
        });
    }
    Ok(lines.finish())
}
