//! The child of the tests: an inspector that works, hangs, dies, bloats, floods or babbles as its first argument says.

use std::io::{self, Write as _};
use std::sync::mpsc;

fn main() {
    let _status = match std::env::args().nth(1).as_deref() {
        Some("inspect") => {
            motcua_files::child::bound_memory().is_ok()
                && motcua_files::child::serve(&mut io::stdin().lock(), &mut io::stdout().lock()).is_ok()
        }
        // Its own sender lives, so nothing will ever come.
        Some("hang") => {
            let (_sender, receiver) = mpsc::channel::<()>();
            receiver.recv().is_ok()
        }
        Some("babble") => io::stdout().write_all(b"hello, this is not a frame").is_ok(),
        // A verdict, once it has so much memory.
        Some(mode @ ("modest" | "bloat")) => {
            let wanted = if mode == "bloat" { 3 << 30 } else { 3 << 20 };
            let has_it = motcua_files::child::bound_memory().is_ok()
                && Vec::<u8>::with_capacity(wanted).capacity() > 0;
            let frame = |bytes: &[u8]| [&(bytes.len() as u32).to_be_bytes()[..], bytes].concat();
            has_it
                && io::stdout()
                    .write_all(&[frame(b"ok"), frame(b"image/png")].concat())
                    .is_ok()
        }
        // A verdict, a kind, and pages without an end.
        Some("flood") => {
            let frame = |bytes: &[u8]| [&(bytes.len() as u32).to_be_bytes()[..], bytes].concat();
            let mut out = io::stdout().lock();
            let mut written = out.write_all(&[frame(b"ok"), frame(b"image/png")].concat());
            while written.is_ok() {
                written = out.write_all(&frame(&[0; 1024]));
            }
            false
        }
        _ => false,
    };
}
