//! Legal forms and results as PDF (biểu mẫu và kết quả giải quyết).
//!
//! A [`Paper`] is plain data that the engine has already decided: strings, days, moments. [`render`] sets
//! it with the template of its form, and gives a tagged PDF/A-2a and PDF/UA-1 with its fonts inside. The
//! same paper and templates give the same bytes, so a paper is rendered once and stored by its hash
//! (house invariant 14).
//!
//! What a person typed reaches a template as *data* only: it is never parsed, so a name such as
//! `#panic()` is printed as it stands.
//!
//! [`DocumentPress`] is the engine's port: it makes the paper out of the facts of a case.
//!
//! Typesetting has no limit of time, so the server never calls [`render`] itself: it starts a child of its
//! own binary by [`ChildRenderer`], and that child answers with [`worker::serve`].

mod child;
mod fonts;
pub mod paper;
mod press;
mod printable;
mod qr;
mod render;
mod template;
mod words;
pub mod worker;
mod world;

pub use child::{ChildError, ChildRenderer};
pub use paper::Paper;
pub use press::DocumentPress;
pub use render::{Fault, RenderError, render};
pub use template::{TemplateError, TemplateSet};

#[cfg(test)]
mod tests;
