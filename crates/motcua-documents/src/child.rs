//! Rendering in a child process with a deadline.

use std::io;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use crate::paper::Paper;
use crate::render::RenderError;
use crate::template::TemplateSet;
use crate::worker::{Request, read_answer, write_frame};

/// Starts a child per paper: a template that runs for ever, or eats memory, costs a child and not the
/// server. The caller renders one at a time; nothing here stops it from doing more.
#[derive(Clone, Debug)]
pub struct ChildRenderer {
    /// The program; in the server, its own binary.
    pub program: PathBuf,
    /// Its arguments; `["render"]` for `motcua render`.
    pub arguments: Vec<String>,
    /// The longest that one paper may take. The child is killed when it is over.
    pub deadline: Duration,
    /// The templates, which travel with each request.
    pub templates: TemplateSet,
}

/// Why the child gave no paper.
#[derive(Debug, thiserror::Error)]
pub enum ChildError {
    /// The paper cannot be rendered; trying again will not help.
    #[error(transparent)]
    Render(#[from] RenderError),
    /// The child could not be started.
    #[error("the renderer could not be started: {0}")]
    Start(#[source] io::Error),
    /// The deadline passed, and the child was killed.
    #[error("the renderer was killed after {} ms", deadline.as_millis())]
    TooLate {
        /// The time that it had.
        deadline: Duration,
    },
    /// The child died, or answered what is no answer.
    #[error("the renderer gave no answer: {0}")]
    NoAnswer(#[source] io::Error),
    /// The request could not be written as JSON.
    #[error("the request cannot be written: {0}")]
    Request(#[source] serde_json::Error),
}

impl ChildRenderer {
    /// A renderer by `program render`.
    pub fn new(program: PathBuf, templates: TemplateSet, deadline: Duration) -> Self {
        Self {
            program,
            arguments: vec!["render".to_owned()],
            deadline,
            templates,
        }
    }

    /// Renders a paper in a child; blocks until it is there or the deadline is over. No child outlives the
    /// call.
    ///
    /// # Errors
    /// [`ChildError::Render`] when the paper or its template is at fault; else when the machine is.
    pub fn render(&self, paper: &Paper) -> Result<Vec<u8>, ChildError> {
        let request = Request {
            paper: paper.clone(),
            templates: self.templates.clone(),
        };
        let request = serde_json::to_vec(&request).map_err(ChildError::Request)?;
        let mut child = self.start()?;
        let answer = converse(&mut child.0, request);
        // The answer is whole or it never comes: either way the child has nothing left to do, and dropping
        // it kills and reaps it.
        let answer = answer.recv_timeout(self.deadline);
        drop(child);
        match answer {
            Ok(answer) => Ok(answer.map_err(ChildError::NoAnswer)??),
            Err(RecvTimeoutError::Timeout) => Err(ChildError::TooLate {
                deadline: self.deadline,
            }),
            Err(RecvTimeoutError::Disconnected) => {
                Err(ChildError::NoAnswer(io::ErrorKind::BrokenPipe.into()))
            }
        }
    }

    /// Starts the child with three pipes and nothing of our environment: it needs no secret to set a page.
    fn start(&self) -> Result<Reaped, ChildError> {
        Command::new(&self.program)
            .args(&self.arguments)
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map(Reaped)
            .map_err(ChildError::Start)
    }
}

/// A child that is killed and reaped when it goes out of scope.
struct Reaped(Child);

impl Drop for Reaped {
    fn drop(&mut self) {
        // Killing a child that has ended is an error that says what we wanted.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

type Answer = io::Result<Result<Vec<u8>, RenderError>>;

/// Writes the request and reads the answer on threads of their own, because either pipe may block as long
/// as the child lives. They end when the child does.
fn converse(child: &mut Child, request: Vec<u8>) -> mpsc::Receiver<Answer> {
    let (sender, receiver) = mpsc::channel();
    if let (Some(mut input), Some(mut output)) = (child.stdin.take(), child.stdout.take()) {
        thread::spawn(move || {
            // A child that does not read says so by not answering.
            let _ = write_frame(&mut input, &request);
        });
        thread::spawn(move || {
            // Nobody listens any more when the deadline is over.
            let _ = sender.send(read_answer(&mut output));
        });
    }
    receiver
}
