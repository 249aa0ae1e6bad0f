//! What the system does: one file a use case, and the ports it needs.
