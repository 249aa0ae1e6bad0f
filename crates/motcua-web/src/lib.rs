//! Pages and API of the city: routes, templates, forms.

// Templates are compiled in this crate and, for the style page, in its tests: one name serves both.
extern crate self as motcua_web;

pub mod about;
pub mod api;
pub mod assets;
pub mod city;
pub mod clock;
pub mod components;
pub mod edge;
pub mod kept;
pub mod life;
pub mod office;
pub mod page;
pub mod pages;
pub mod papers;
pub mod routes;
pub mod words;
