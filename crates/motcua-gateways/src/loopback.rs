//! For tests: the smallest HTTP server that a gateway can be pointed at, on a free loopback port.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;

use motcua_sandbox::web::{Request, Response};

/// A bound port that does not answer yet: its number is needed to make what will answer.
pub(crate) struct Bound(TcpListener);

impl Bound {
    pub(crate) fn new() -> Self {
        Self(TcpListener::bind("127.0.0.1:0").unwrap())
    }

    pub(crate) fn port(&self) -> u16 {
        self.0.local_addr().unwrap().port()
    }

    /// Answers each connection once, one after the other, until dropped.
    pub(crate) fn serve(self, answer: impl Fn(&Request<'_>) -> Response + Send + 'static) -> LoopbackServer {
        let address = self.0.local_addr().unwrap();
        let stopping = Arc::new(AtomicBool::new(false));
        let seen = Arc::clone(&stopping);
        let thread = std::thread::spawn(move || {
            for stream in self.0.incoming() {
                if seen.load(Ordering::SeqCst) {
                    break;
                }
                let _ = converse(stream.unwrap(), &answer);
            }
        });
        LoopbackServer {
            address,
            stopping,
            thread: Some(thread),
        }
    }
}

pub(crate) struct LoopbackServer {
    address: SocketAddr,
    stopping: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Drop for LoopbackServer {
    fn drop(&mut self) {
        self.stopping.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect(self.address);
        self.thread.take().unwrap().join().unwrap();
    }
}

fn converse(stream: TcpStream, answer: &impl Fn(&Request<'_>) -> Response) -> std::io::Result<()> {
    let mut reader = BufReader::new(&stream);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let (mut authorization, mut length) = (None, 0_usize);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let Some((name, value)) = line.trim_end().split_once(": ") else {
            break;
        };
        match name.to_ascii_lowercase().as_str() {
            "authorization" => authorization = Some(value.to_owned()),
            "content-length" => length = value.parse().unwrap(),
            _ => {}
        }
    }
    let mut form = String::new();
    reader.take(length as u64).read_to_string(&mut form)?;
    let mut words = first.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let authorization = authorization.as_deref();
    let response = answer(&Request {
        method,
        path,
        query,
        form: &form,
        authorization,
        now_unix_s: 0,
    });
    let mut head = format!(
        "HTTP/1.1 {} .\r\nconnection: close\r\ncontent-length: {}\r\n",
        response.status,
        response.body.len()
    );
    for (name, value) in &response.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    (&stream).write_all(format!("{head}\r\n").as_bytes())?;
    (&stream).write_all(&response.body)
}
