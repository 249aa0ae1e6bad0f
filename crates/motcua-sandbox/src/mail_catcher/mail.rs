//! A caught message, and how to read it: enough of MIME for plain text, which is all that Motcua sends.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// A message as it came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaughtMail {
    /// Counts from 1 for as long as the catcher runs; never given twice.
    pub number: u64,
    /// The envelope's sender; empty for a bounce.
    pub from: String,
    /// The envelope's recipients.
    pub to: Vec<String>,
    /// Header and body, byte for byte, without SMTP's dots.
    pub raw: Vec<u8>,
}

impl CaughtMail {
    /// The first header of this name (in any case), unfolded and decoded (RFC 2047).
    #[must_use]
    pub fn header(&self, name: &str) -> Option<String> {
        let (head, _) = self.parts();
        let head = String::from_utf8_lossy(head);
        let mut value: Option<String> = None;
        for line in head.lines() {
            match (&mut value, line.starts_with([' ', '\t'])) {
                (Some(value), true) => value.push_str(line),
                (Some(_), false) => break,
                (None, true) => {}
                (None, false) => {
                    value = line
                        .split_once(':')
                        .filter(|(key, _)| key.eq_ignore_ascii_case(name))
                        .map(|(_, rest)| rest.trim_start().to_owned());
                }
            }
        }
        value.map(|value| decode_words(value.trim_end()))
    }

    /// The subject, decoded; empty if there is none.
    #[must_use]
    pub fn subject(&self) -> String {
        self.header("Subject").unwrap_or_default()
    }

    /// The body, decoded from its transfer encoding and read as UTF-8, with plain line breaks.
    #[must_use]
    pub fn text(&self) -> String {
        let (_, body) = self.parts();
        let encoding = self
            .header("Content-Transfer-Encoding")
            .unwrap_or_default()
            .to_ascii_lowercase();
        let decoded = match encoding.as_str() {
            "base64" => {
                let letters: Vec<u8> = body
                    .iter()
                    .copied()
                    .filter(|byte| !byte.is_ascii_whitespace())
                    .collect();
                STANDARD.decode(&letters).unwrap_or(letters)
            }
            "quoted-printable" => decode_quoted(body, Quoted::Body),
            _ => body.to_vec(),
        };
        String::from_utf8_lossy(&decoded).replace("\r\n", "\n")
    }

    /// Header and body, apart at the first empty line.
    fn parts(&self) -> (&[u8], &[u8]) {
        let gap = self.raw.windows(4).position(|four| four == b"\r\n\r\n");
        match gap.and_then(|at| Some((self.raw.get(..at)?, self.raw.get(at + 4..)?))) {
            Some(parts) => parts,
            None => (&self.raw, &[]),
        }
    }
}

/// Decodes the encoded words of a header. Bytes of neighbours are joined before they are read, because a
/// letter may be cut between two words; the blank between two encoded words is no blank (RFC 2047 6.2).
fn decode_words(value: &str) -> String {
    let mut out: Vec<u8> = Vec::new();
    let mut rest = value;
    let mut after_word = false;
    while let Some(start) = rest.find("=?") {
        let (before, from_word) = rest.split_at(start);
        let Some((decoded, behind)) = decode_word(from_word) else {
            out.extend_from_slice(before.as_bytes());
            out.extend_from_slice(b"=?");
            rest = from_word.get(2..).unwrap_or_default();
            after_word = false;
            continue;
        };
        if !(after_word && before.trim().is_empty()) {
            out.extend_from_slice(before.as_bytes());
        }
        out.extend_from_slice(&decoded);
        rest = behind;
        after_word = true;
    }
    out.extend_from_slice(rest.as_bytes());
    String::from_utf8_lossy(&out).into_owned()
}

/// `=?utf-8?B?…?=` or `=?utf-8?Q?…?=` at the start: its bytes, and what stands behind it.
fn decode_word(text: &str) -> Option<(Vec<u8>, &str)> {
    let (charset, rest) = text.strip_prefix("=?")?.split_once('?')?;
    let (encoding, rest) = rest.split_once('?')?;
    let (letters, behind) = rest.split_once("?=")?;
    if !charset.eq_ignore_ascii_case("utf-8") {
        return None;
    }
    let decoded = match encoding {
        "B" | "b" => STANDARD.decode(letters).ok()?,
        "Q" | "q" => decode_quoted(letters.as_bytes(), Quoted::Header),
        _ => return None,
    };
    Some((decoded, behind))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Quoted {
    /// Quoted-printable (RFC 2045 6.7): `=` at the end of a line joins it to the next.
    Body,
    /// The Q encoding (RFC 2047 4.2): `_` is a blank.
    Header,
}

fn decode_quoted(text: &[u8], kind: Quoted) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((&first, behind)) = rest.split_first() {
        rest = behind;
        match (first, kind) {
            (b'=', Quoted::Body) if behind.starts_with(b"\r\n") => rest = behind.get(2..).unwrap_or_default(),
            (b'=', _) => match behind
                .split_at_checked(2)
                .and_then(|(hex, left)| Some((byte_of(hex)?, left)))
            {
                Some((byte, left)) => {
                    out.push(byte);
                    rest = left;
                }
                None => out.push(b'='),
            },
            (b'_', Quoted::Header) => out.push(b' '),
            (other, _) => out.push(other),
        }
    }
    out
}

fn byte_of(hex: &[u8]) -> Option<u8> {
    u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok()
}
