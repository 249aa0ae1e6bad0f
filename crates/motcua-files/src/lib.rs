//! Uploads: safe reading and inspection, and the content-addressed file store.
