//! QR codes as SVG: one path of black squares with the quiet zone that the standard asks for.

use std::fmt::Write as _;

use fast_qr::{ECL, QRBuilder};

/// Modules of white around the code.
const QUIET: usize = 4;

/// The code of a text as an SVG picture; `None` when the text does not fit a code.
pub(crate) fn svg(text: &str) -> Option<String> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let side = code.size + 2 * QUIET;
    let mut path = String::new();
    for (index, module) in code.data.iter().take(code.size * code.size).enumerate() {
        if module.value() {
            let (x, y) = (index % code.size + QUIET, index / code.size + QUIET);
            // Writing to a string cannot fail.
            let _ = write!(path, "M{x} {y}h1v1h-1z");
        }
    }
    Some(format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges"><rect width="{side}" height="{side}" fill="#fff"/><path d="{path}"/></svg>"##
    ))
}
