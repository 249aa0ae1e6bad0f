//! Over real connections of this machine.

use std::net::SocketAddr;

use axum::extract::Extension;
use axum::routing::get;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::*;

struct Served {
    address: SocketAddr,
    tell: watch::Sender<bool>,
    task: tokio::task::JoinHandle<io::Result<()>>,
}

async fn served(bounds: Bounds, router: Router) -> Served {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    let (tell, end) = watch::channel(false);
    let task = tokio::spawn(serve(listener, router, bounds, end));
    Served { address, tell, task }
}

fn says_who() -> Router {
    Router::new().route(
        "/",
        get(|Extension(Peer(address)): Extension<Peer>| async move { address.ip().to_string() }),
    )
}

const ASK: &[u8] = b"GET / HTTP/1.1\r\nHost: city\r\n\r\n";

/// Reads until the answer's body is there, or the end.
async fn answer(stream: &mut TcpStream) -> String {
    let mut all = Vec::new();
    let mut some = [0u8; 1024];
    while !all.ends_with(b"127.0.0.1") {
        let count = stream.read(&mut some).await.unwrap();
        if count == 0 {
            break;
        }
        all.extend_from_slice(&some[..count]);
    }
    String::from_utf8(all).unwrap()
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
}

#[test]
fn a_request_knows_who_is_at_the_other_end() {
    runtime().block_on(async {
        let served = served(Bounds::default(), says_who()).await;
        let mut stream = TcpStream::connect(served.address).await.unwrap();
        stream.write_all(ASK).await.unwrap();
        let text = answer(&mut stream).await;
        assert!(
            text.starts_with("HTTP/1.1 200") && text.ends_with("127.0.0.1"),
            "{text}"
        );
    });
}

#[test]
fn whoever_begins_a_request_and_falls_silent_is_let_go() {
    runtime().block_on(async {
        let bounds = Bounds {
            head_max: Duration::from_millis(50),
            ..Bounds::default()
        };
        let served = served(bounds, says_who()).await;
        let mut half = TcpStream::connect(served.address).await.unwrap();
        half.write_all(b"GET / HTTP/1.1\r\nHost: ci").await.unwrap();
        assert_eq!(answer(&mut half).await, "", "no answer, and the end");
        let mut idle = TcpStream::connect(served.address).await.unwrap();
        idle.write_all(ASK).await.unwrap();
        assert!(answer(&mut idle).await.starts_with("HTTP/1.1 200"));
        assert_eq!(answer(&mut idle).await, "", "nor is an idle one kept");
    });
}

#[test]
fn one_connection_more_than_there_may_be_waits_for_its_turn() {
    runtime().block_on(async {
        let bounds = Bounds {
            connections_max: 1,
            ..Bounds::default()
        };
        let served = served(bounds, says_who()).await;
        let mut first = TcpStream::connect(served.address).await.unwrap();
        first.write_all(ASK).await.unwrap();
        assert!(answer(&mut first).await.starts_with("HTTP/1.1 200"));
        let mut second = TcpStream::connect(served.address).await.unwrap();
        second.write_all(ASK).await.unwrap();
        let early = tokio::time::timeout(Duration::from_millis(50), answer(&mut second)).await;
        assert!(early.is_err(), "answered beside the first: {early:?}");
        drop(first);
        assert!(answer(&mut second).await.starts_with("HTTP/1.1 200"));
    });
}

#[test]
fn the_end_waits_for_what_was_begun_and_for_nobody_else() {
    runtime().block_on(async {
        let (go, gone) = watch::channel(false);
        let slow = Router::new().route(
            "/",
            get(move || {
                let mut gone = gone.clone();
                async move {
                    gone.wait_for(|go| *go).await.unwrap();
                    "127.0.0.1"
                }
            }),
        );
        let served = served(Bounds::default(), slow).await;
        let _idle = TcpStream::connect(served.address).await.unwrap();
        let mut asking = TcpStream::connect(served.address).await.unwrap();
        asking.write_all(ASK).await.unwrap();
        while go.receiver_count() < 2 {
            tokio::task::yield_now().await;
        }
        served.tell.send(true).unwrap();
        go.send(true).unwrap();
        assert!(answer(&mut asking).await.starts_with("HTTP/1.1 200"));
        served.task.await.unwrap().unwrap();
        assert!(
            TcpStream::connect(served.address).await.is_err(),
            "nobody is let in any more"
        );
    });
}
