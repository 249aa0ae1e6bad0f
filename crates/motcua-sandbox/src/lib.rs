//! The outside world in a box, for the demonstration and for tests: an identity provider and a mail catcher.
