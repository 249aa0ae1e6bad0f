//! A load generator: threads that keep a connection each, ask, and read the whole answer. Both sides of a comparison
//! are asked by it, so what it costs itself weighs on both alike.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// Nobody waits longer for an answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// A connection that is kept alive.
pub(crate) struct Connection {
    stream: BufReader<TcpStream>,
    line: String,
    body: Vec<u8>,
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    /// The status.
    pub(crate) status: u16,
    /// How many bytes of content came.
    pub(crate) length: usize,
}

impl Connection {
    /// Connects.
    pub(crate) fn to(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self {
            stream: BufReader::with_capacity(64 * 1024, stream),
            line: String::new(),
            body: Vec::new(),
        })
    }

    /// Sends a whole request and reads its whole answer.
    pub(crate) fn ask(&mut self, request: &[u8]) -> io::Result<Answer> {
        self.stream.get_mut().write_all(request)?;
        let status = self.line()?.split(' ').nth(1).and_then(|code| code.parse().ok());
        let status = status.ok_or_else(|| broken("no status"))?;
        let mut framing = Framing::None;
        loop {
            let line = self.line()?;
            if line.is_empty() {
                break;
            }
            let (name, value) = line.split_once(':').ok_or_else(|| broken("no header"))?;
            if name.eq_ignore_ascii_case("content-length") {
                let length = value.trim().parse().map_err(|_| broken("no length"))?;
                framing = Framing::Length(length);
            } else if name.eq_ignore_ascii_case("transfer-encoding") {
                framing = Framing::Chunked;
            }
        }
        let length = match framing {
            Framing::None => 0,
            Framing::Length(length) => self.content(length)?,
            Framing::Chunked => self.chunks()?,
        };
        Ok(Answer { status, length })
    }

    /// The content of the last answer, as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    fn line(&mut self) -> io::Result<&str> {
        self.line.clear();
        if self.stream.read_line(&mut self.line)? == 0 {
            return Err(broken("the connection ended"));
        }
        Ok(self.line.trim_end())
    }

    fn content(&mut self, length: usize) -> io::Result<usize> {
        self.body.resize(length, 0);
        self.stream.read_exact(&mut self.body)?;
        Ok(length)
    }

    /// Compressed pages come in chunks, because nobody knows their length before.
    fn chunks(&mut self) -> io::Result<usize> {
        let mut total = 0;
        loop {
            let length = usize::from_str_radix(self.line()?, 16).map_err(|_| broken("no chunk"))?;
            if length > 0 {
                total += self.content(length)?;
            }
            if !self.line()?.is_empty() {
                return Err(broken("a chunk that does not end"));
            }
            if length == 0 {
                return Ok(total);
            }
        }
    }
}

/// How the end of the content is told.
enum Framing {
    None,
    Length(usize),
    Chunked,
}

fn broken(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

/// What a browser sends to have a page; `cookie` may be empty.
pub(crate) fn get(path: &str, cookie: &str) -> Vec<u8> {
    let cookie = if cookie.is_empty() {
        String::new()
    } else {
        format!("Cookie: {cookie}\r\n")
    };
    format!(
        "GET {path} HTTP/1.1\r\nHost: city.localhost\r\nAccept: text/html\r\nAccept-Encoding: gzip, deflate, br\r\n\
         Accept-Language: vi\r\nSec-Fetch-Site: same-origin\r\n{cookie}\r\n"
    )
    .into_bytes()
}

/// What a browser sends to submit a form.
pub(crate) fn post(path: &str, cookie: &str, form: &str) -> Vec<u8> {
    format!(
        "POST {path} HTTP/1.1\r\nHost: city.localhost\r\nAccept: text/html\r\nAccept-Encoding: gzip, deflate, br\r\n\
         Accept-Language: vi\r\nOrigin: http://city.localhost\r\nSec-Fetch-Site: same-origin\r\nCookie: {cookie}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
        form.len()
    )
    .into_bytes()
}
