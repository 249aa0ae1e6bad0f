//! The harness for tests through the front door: people as actors, a clock moved by hand, a caught outbox.
