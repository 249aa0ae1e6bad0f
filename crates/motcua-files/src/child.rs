//! Inspection in a child process of our own binary (`motcua inspect`): bytes in, verdict and page images out. A
//! file that hangs, crashes or bloats its reader takes the child down, and nothing else: the child has a deadline and a
//! bound on its memory, and only so many run at once.
//!
//! Frames: a length of four bytes, big end first, and so many bytes. The child answers `ok`, the media type and one
//! frame a page; or `no` and the code of the reason.

use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

use motcua_engine::ports::{InspectError, Inspected, Inspector};
use rustix::process::{Resource, Rlimit, setrlimit};

use crate::inspect::{FILE_BYTES_MAX, PAGES_MAX, inspect};
use crate::slots::Slots;

/// The most memory that a child may ask for: a few times what the largest photo takes. A few kilobytes of a hostile
/// file unpack to more than any machine has, so a deadline alone does not bound it.
const MEMORY_BYTES_MAX: u64 = 2 * 1024 * 1024 * 1024;
/// How many files are looked at at once.
const AT_ONCE: usize = 4;
/// How many more may wait for their turn. Each holds a thread of the web, which answers everybody else with the others.
const WAITING_MAX: usize = 60;

/// Bounds the memory of this process, for good. To be called by a child before it reads anything.
///
/// # Errors
/// An error of the machine.
pub fn bound_memory() -> io::Result<()> {
    let bound = Rlimit {
        current: Some(MEMORY_BYTES_MAX),
        maximum: Some(MEMORY_BYTES_MAX),
    };
    Ok(setrlimit(Resource::As, bound)?)
}

/// The child's side: reads one file from `input`, writes the verdict to `output`.
///
/// # Errors
/// An error of reading or writing.
pub fn serve(input: &mut dyn Read, output: &mut dyn Write) -> io::Result<()> {
    let mut bytes = Vec::new();
    input.take(FILE_BYTES_MAX as u64 + 1).read_to_end(&mut bytes)?;
    match inspect(&bytes) {
        Ok(inspected) => {
            frame(output, b"ok")?;
            frame(output, inspected.media_type.as_bytes())?;
            inspected.pages.iter().try_for_each(|page| frame(output, page))?;
        }
        Err(unusable) => {
            frame(output, b"no")?;
            frame(output, unusable.to_string().as_bytes())?;
        }
    }
    output.flush()
}

/// The parent's side.
#[derive(Clone, Debug)]
pub struct ChildInspector {
    program: PathBuf,
    arguments: Vec<String>,
    deadline: Duration,
    slots: Arc<Slots>,
}

impl ChildInspector {
    /// Inspects by running `program` with `arguments`, giving each file `deadline` at the most.
    pub fn new(program: PathBuf, arguments: &[&str], deadline: Duration) -> Self {
        Self {
            program,
            arguments: arguments.iter().map(|argument| (*argument).to_owned()).collect(),
            deadline,
            slots: Arc::new(Slots::new(AT_ONCE, WAITING_MAX)),
        }
    }
}

impl Inspector for ChildInspector {
    fn inspect(&self, bytes: &[u8]) -> Result<Inspected, InspectError> {
        if bytes.len() > FILE_BYTES_MAX {
            return Err(InspectError::Unusable("file-too-large".to_owned()));
        }
        let _slot = self.slots.take(self.deadline).ok_or(InspectError::Busy)?;
        let machine = |error: io::Error| InspectError::Machine(error.to_string());
        let mut child = Command::new(&self.program)
            .args(&self.arguments)
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(machine)?;
        let (sender, receiver) = mpsc::channel();
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
        let bytes = bytes.to_vec();
        // Written and read on their own threads, so that a child that reads nothing cannot hold us.
        let writer = thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(&bytes)));
        let reader = thread::spawn(move || {
            let answer = stdout.map(|mut stdout| answer(&mut stdout));
            let _ = sender.send(answer);
        });
        let answered = receiver.recv_timeout(self.deadline);
        // Killing a child that has ended does nothing; one that has not must not stay.
        let _ = child.kill();
        let _ = child.wait();
        let _ = writer.join();
        let _ = reader.join();
        match answered {
            Ok(Some(Ok(verdict))) => verdict.map_err(InspectError::Unusable),
            // It crashed on this file, or did not come to an end with it.
            _ => Err(InspectError::Unusable("file-damaged".to_owned())),
        }
    }
}

fn frame(output: &mut dyn Write, bytes: &[u8]) -> io::Result<()> {
    let length = u32::try_from(bytes.len()).map_err(io::Error::other)?;
    output.write_all(&length.to_be_bytes())?;
    output.write_all(bytes)
}

/// Reads a frame; `None` at the end of the stream.
fn next_frame(input: &mut dyn Read) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0u8; 4];
    match input.read_exact(&mut length) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        other => other?,
    }
    let length = u32::from_be_bytes(length) as usize;
    if length > FILE_BYTES_MAX {
        return Err(io::Error::other("a frame over the limit"));
    }
    let mut bytes = vec![0; length];
    input.read_exact(&mut bytes)?;
    Ok(Some(bytes))
}

fn answer(input: &mut dyn Read) -> io::Result<Result<Inspected, String>> {
    let word = next_frame(input)?.ok_or(io::ErrorKind::UnexpectedEof)?;
    let text = String::from_utf8_lossy(&next_frame(input)?.ok_or(io::ErrorKind::UnexpectedEof)?).into_owned();
    if word != b"ok" {
        return Ok(Err(text));
    }
    let mut pages = Vec::new();
    while let Some(page) = next_frame(input)? {
        pages.push(page);
        if pages.len() > PAGES_MAX {
            return Err(io::Error::other("more pages than there may be"));
        }
    }
    Ok(Ok(Inspected {
        media_type: text,
        pages,
    }))
}
