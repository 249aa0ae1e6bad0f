//! The child of the tests: a renderer that works, hangs, dies or babbles as its first argument says.

use std::io::{self, Write as _};
use std::sync::mpsc;

fn main() {
    let _status = match std::env::args().nth(1).as_deref() {
        Some("render") => motcua_documents::worker::serve(io::stdin().lock(), io::stdout().lock()).is_ok(),
        // Its own sender lives, so nothing will ever come.
        Some("hang") => {
            let (_sender, receiver) = mpsc::channel::<()>();
            receiver.recv().is_ok()
        }
        Some("babble") => io::stdout().write_all(b"hello, this is not a frame").is_ok(),
        _ => false,
    };
}
