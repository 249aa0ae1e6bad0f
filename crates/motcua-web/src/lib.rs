//! Pages and API of the city: routes, templates, forms.

// Templates are compiled in this crate and, for the style page, in its tests: one name serves both.
extern crate self as motcua_web;

pub mod about;
pub mod assets;
pub mod components;
pub mod page;
