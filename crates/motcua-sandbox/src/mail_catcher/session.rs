//! One SMTP conversation (RFC 5321), over anything that reads and writes.

use std::io::{self, BufRead, Read as _, Write};

use super::MESSAGE_BYTES_MAX;

/// The longest command line that is taken, in bytes, its line break included.
const COMMAND_BYTES_MAX: u64 = 1024;
/// How much of a message is looked at in one go, in bytes.
const PIECE_BYTES_MAX: u64 = 16 * 1024;
/// How much of an oversize message is still read, so that the refusal can be heard, in bytes.
const SWALLOWED_BYTES_MAX: usize = 8 * MESSAGE_BYTES_MAX;
/// How many recipients one message may have (RFC 5321 4.5.3.1.8 asks for at least 100).
const RECIPIENTS_MAX: usize = 100;

/// Who a message is from and who it is for, as SMTP was told.
#[derive(Debug, Default)]
pub(super) struct Envelope {
    pub(super) from: String,
    pub(super) to: Vec<String>,
}

/// Talks until the client quits, hangs up or breaks the rules; every whole message goes to `deliver`
/// before the client hears that it was taken.
pub(super) fn converse(
    mut reader: impl BufRead,
    mut writer: impl Write,
    mut deliver: impl FnMut(Envelope, Vec<u8>),
) -> io::Result<()> {
    say(
        &mut writer,
        "220 sandbox.localhost SANDBOX mail catcher, delivers nothing",
    )?;
    let mut envelope: Option<Envelope> = None;
    loop {
        let Some(line) = read_command(&mut reader)? else {
            return Ok(());
        };
        let Some(line) = line.strip_suffix("\r\n").or_else(|| line.strip_suffix('\n')) else {
            return say(&mut writer, "500 line too long");
        };
        let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
        let reply = match verb.to_ascii_uppercase().as_str() {
            "EHLO" => {
                envelope = None;
                &format!("250-sandbox.localhost\r\n250-SIZE {MESSAGE_BYTES_MAX}\r\n250 8BITMIME")
            }
            "HELO" => {
                envelope = None;
                "250 sandbox.localhost"
            }
            "MAIL" => mail_from(rest, &mut envelope),
            "RCPT" => recipient(rest, envelope.as_mut()),
            "DATA" => match envelope.take_if(|envelope| !envelope.to.is_empty()) {
                None => "503 say MAIL and RCPT first",
                Some(complete) => {
                    say(&mut writer, "354 end with a dot on a line of its own")?;
                    match read_message(&mut reader)? {
                        Message::Whole(raw) => {
                            deliver(complete, raw);
                            "250 caught"
                        }
                        Message::TooLarge => "552 5.3.4 message too large",
                        Message::BrokenOff => return Ok(()),
                    }
                }
            },
            "RSET" => {
                envelope = None;
                "250 forgotten"
            }
            "NOOP" => "250 here",
            "VRFY" => "252 cannot say, but will take it",
            "QUIT" => return say(&mut writer, "221 goodbye"),
            _ => "502 not known here",
        };
        say(&mut writer, reply)?;
    }
}

fn say(writer: &mut impl Write, reply: &str) -> io::Result<()> {
    writer.write_all(format!("{reply}\r\n").as_bytes())?;
    writer.flush()
}

/// One command line with its line break, without it if the line is too long, nothing at the end.
fn read_command(reader: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    reader
        .by_ref()
        .take(COMMAND_BYTES_MAX)
        .read_until(b'\n', &mut line)?;
    Ok((!line.is_empty()).then(|| String::from_utf8_lossy(&line).into_owned()))
}

fn mail_from(rest: &str, envelope: &mut Option<Envelope>) -> &'static str {
    if envelope.is_some() {
        return "503 one sender is enough";
    }
    let Some((from, parameters)) = path_after("FROM:", rest) else {
        return "501 say MAIL FROM:<address>";
    };
    let announced = parameters
        .split(' ')
        .find_map(|parameter| parameter.strip_prefix("SIZE=")?.parse::<usize>().ok());
    if announced.is_some_and(|size| size > MESSAGE_BYTES_MAX) {
        return "552 5.3.4 message too large";
    }
    *envelope = Some(Envelope {
        from: from.to_owned(),
        to: Vec::new(),
    });
    "250 noted"
}

fn recipient(rest: &str, envelope: Option<&mut Envelope>) -> &'static str {
    let Some(envelope) = envelope else {
        return "503 say MAIL first";
    };
    let Some((to, _)) = path_after("TO:", rest).filter(|(to, _)| to.contains('@')) else {
        return "501 say RCPT TO:<address>";
    };
    if envelope.to.len() >= RECIPIENTS_MAX {
        return "452 4.5.3 too many recipients";
    }
    match to.split_once('@') {
        Some(("bounce", _)) => "550 5.1.1 no such mailbox, on purpose",
        Some(("busy", _)) => "450 4.2.1 mailbox busy, on purpose",
        _ => {
            envelope.to.push(to.to_owned());
            "250 noted"
        }
    }
}

/// The address between `<` and `>` after a keyword, and the parameters behind it.
fn path_after<'a>(keyword: &str, rest: &'a str) -> Option<(&'a str, &'a str)> {
    let (found, path) = rest.split_at_checked(keyword.len())?;
    let (address, parameters) = path.trim_start().strip_prefix('<')?.split_once('>')?;
    found
        .eq_ignore_ascii_case(keyword)
        .then_some((address, parameters.trim_start()))
}

enum Message {
    Whole(Vec<u8>),
    TooLarge,
    BrokenOff,
}

/// Reads up to the dot on its own line. Only CR LF ends a line here: taking a bare LF for one is how
/// messages are smuggled past servers that do not (CVE-2023-51764 and its kin).
fn read_message(reader: &mut impl BufRead) -> io::Result<Message> {
    let mut raw: Vec<u8> = Vec::new();
    let mut read = 0_usize;
    let mut at_line_start = true;
    loop {
        let mut piece = Vec::new();
        let taken = reader
            .by_ref()
            .take(PIECE_BYTES_MAX)
            .read_until(b'\n', &mut piece)?;
        if taken == 0 {
            return Ok(Message::BrokenOff);
        }
        if at_line_start && piece == b".\r\n" {
            return Ok(if read > MESSAGE_BYTES_MAX {
                Message::TooLarge
            } else {
                Message::Whole(raw)
            });
        }
        // A line that began with a dot was sent with two (RFC 5321 4.5.2).
        let text = if at_line_start {
            piece.strip_prefix(b".").unwrap_or(&piece)
        } else {
            &piece
        };
        read += text.len();
        if read <= MESSAGE_BYTES_MAX {
            raw.extend_from_slice(text);
        } else if read > SWALLOWED_BYTES_MAX {
            return Ok(Message::BrokenOff);
        }
        at_line_start = piece.ends_with(b"\r\n");
    }
}
