//! The one-stop shop of a city, in one program.
fn main() {}
