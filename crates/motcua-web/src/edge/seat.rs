//! One blocking thread makes a whole answer.
//!
//! A page of somebody who has signed in asks who they are, whether they may, and what there is to see. Were each
//! question carried to a blocking thread and back, a page would cost six changes of threads, and as many pages as there
//! are visitors would fight for the processors at once. So a request that only looks takes a seat, is answered on one
//! thread from the session to the last word, and asks the store on the way; whoever finds no seat free waits
//! in the queue of the seats, without a thread. A request that brings something is not made so: its body may take as long as a telephone's
//! upload, and no thread waits for that.

use std::cell::Cell;
use std::panic::resume_unwind;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::runtime::{Builder, Handle, Runtime};

use super::Edge;
use super::visitor::brings_secret;

/// Seats for each processor: while one page waits for the disk, because a look must be on record before it is shown,
/// others are made.
const SEATS_PER_PROCESSOR: usize = 4;

/// As many threads as answers are made at once: the blocking threads of a runtime that does nothing else. The next
/// answer is taken from the queue by the thread that made the last one, without going to sleep between them.
pub(super) struct Seats(Option<Runtime>);

impl Default for Seats {
    /// Seats for this machine; none if it refuses them, and then questions change threads one by one.
    fn default() -> Self {
        let processors = std::thread::available_parallelism().map_or(4, usize::from);
        let runtime = Builder::new_current_thread()
            .max_blocking_threads(processors * SEATS_PER_PROCESSOR)
            .thread_name("motcua-pages")
            .build();
        Self(runtime.ok())
    }
}

impl Drop for Seats {
    /// Waits for nobody: whoever holds the pages may itself be where waiting is not allowed.
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

thread_local! {
    static IS_TAKEN: Cell<bool> = const { Cell::new(false) };
}

/// Whether this thread is making a whole answer, and may therefore be kept waiting.
pub(super) fn is_taken() -> bool {
    IS_TAKEN.get()
}

/// A seat that is taken; free again when it is dropped, also by a panic.
struct Taken;

impl Taken {
    fn new() -> Self {
        IS_TAKEN.set(true);
        Self
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        IS_TAKEN.set(false);
    }
}

/// Makes the answer to somebody who only looks, and whose session must be read for it, on one blocking thread.
pub async fn on_one_thread(State(edge): State<Edge>, request: Request, next: Next) -> Response {
    if !request.method().is_safe() || !brings_secret(&edge, request.headers()) {
        return next.run(request).await;
    }
    let Some(seats) = &edge.0.seats.0 else {
        return next.run(request).await;
    };
    let runtime = Handle::current();
    let making = seats.spawn_blocking(move || {
        let _taken = Taken::new();
        runtime.block_on(next.run(request))
    });
    match making.await {
        Ok(response) => response,
        // A panic goes on here, to where every panic of a request is caught.
        Err(error) => match error.try_into_panic() {
            Ok(panic) => resume_unwind(panic),
            Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        },
    }
}

#[cfg(test)]
mod tests;
