//! Every component in both densities: writes `style_page.html` and `style_page_office.html` beside
//! the style sheet into the test's folder of the target directory, to be looked at next to the
//! pictures of the design, and checks what any page must hold.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test says by panicking what is wrong, in its helpers too"
)]

mod samples;

use std::fs;
use std::path::{Path, PathBuf};

use askama::Template;
use motcua_text::Lang;
use motcua_web::assets::Asset;
use motcua_web::components::{DaysLeft, Tone};
use motcua_web::page::{Page, Tab};

use samples::{QuestionSample, citizen, lefts, office};

fn crate_file(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn icon_names() -> Vec<String> {
    crate_file("static/icons.svg")
        .split("<symbol id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(String::from)
        .collect()
}

fn templates() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let mut found = Vec::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "html") {
                found.push((path.clone(), fs::read_to_string(path).unwrap()));
            }
        }
    }
    found
}

/// The page with addresses that work from a folder, and the static files beside it.
fn write_for_looking(name: &str, html: &str) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("style");
    fs::create_dir_all(&folder).unwrap();
    let mut html = html.to_owned();
    for (asset, file) in [
        (Asset::Style, "motcua.css"),
        (Asset::Script, "motcua.js"),
        (Asset::Icons, "icons.svg"),
        (Asset::Mark, "mark.svg"),
        (Asset::MarkLight, "mark-light.svg"),
        (Asset::Hero, "hero.svg"),
        (Asset::Arches, "arches.svg"),
    ] {
        html = html.replace(asset.url(), file);
        fs::write(folder.join(file), crate_file(&format!("static/{file}"))).unwrap();
    }
    fs::write(folder.join(name), html).unwrap();
}

#[test]
fn every_component_renders_in_both_densities_and_languages() {
    let html = citizen(Lang::Vi).render().unwrap();
    write_for_looking("style_page.html", &html);
    write_for_looking("style_page_en.html", &citizen(Lang::En).render().unwrap());
    write_for_looking("style_page_office.html", &office().render().unwrap());
    assert!(html.starts_with("<!doctype html>"));
    assert_eq!(
        html.matches("<h1").count(),
        2,
        "the hero's and the slip's, which no page shows together"
    );
    assert!(html.contains("<title>Lỗi: Bảng mẫu – Một cửa Đà Nẵng</title>"));
    assert!(html.contains("BẢN TRÌNH DIỄN · DEMO"));
    assert!(
        html.contains("Nguyễn Thị &#60;Minh&#62; Anh"),
        "what was typed is escaped"
    );
    assert!(html.contains("href=\"#born-day\"") && html.contains("id=\"born-day\""));
    assert!(html.contains("aria-describedby=\"born-hint born-error\""));
    assert!(
        html.contains("href=\"/style?q=a&#38;lang=en\""),
        "the language switch keeps the page"
    );
}

#[test]
fn every_page_outside_the_demonstration_is_unmarked_and_every_one_inside_is_marked() {
    let mut page = office();
    assert!(page.render().unwrap().contains("BẢN TRÌNH DIỄN"));
    page.page.demo = false;
    assert!(!page.render().unwrap().contains("BẢN TRÌNH DIỄN"));
}

#[test]
fn nothing_leads_away_from_a_question() {
    let page = Page::new(Lang::Vi, "Bé sinh ngày nào?", "/filing/born");
    let html = QuestionSample { page }.render().unwrap();
    for way in Tab::ALL.iter().filter(|tab| !tab.is_home()) {
        assert!(!html.contains(&format!("href=\"{}\"", way.href())), "{way:?}");
    }
    assert!(!html.contains("role=\"search\""));
    assert!(
        html.contains("href=\"tel:1022\""),
        "help is in its place all the same"
    );
}

#[test]
fn ids_are_unique_and_every_pointer_has_its_target() {
    for html in [citizen(Lang::Vi).render().unwrap(), office().render().unwrap()] {
        let values = |attribute: &str| -> Vec<String> {
            html.split(&format!(" {attribute}=\""))
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
                .flat_map(|value| value.split(' ').map(String::from).collect::<Vec<_>>())
                .collect()
        };
        let ids = values("id");
        for (at, id) in ids.iter().enumerate() {
            assert!(!ids[..at].contains(id), "id {id} stands twice");
        }
        for pointer in values("for").into_iter().chain(values("aria-describedby")) {
            assert!(ids.contains(&pointer), "{pointer} points nowhere");
        }
    }
}

#[test]
fn templates_hold_no_inline_style_and_no_inline_script() {
    for (path, template) in templates() {
        let lower = template.to_lowercase();
        assert!(
            !lower.contains(" style="),
            "{} has an inline style",
            path.display()
        );
        assert!(
            !lower.contains("<style"),
            "{} has a style element",
            path.display()
        );
        assert!(
            !lower.contains("javascript:"),
            "{} has a script address",
            path.display()
        );
        for script in lower.split("<script").skip(1) {
            assert!(
                script.trim_start().starts_with("src="),
                "{} has an inline script",
                path.display()
            );
        }
        for (at, _) in lower.match_indices(" on") {
            let name: String = lower[at + 3..]
                .chars()
                .take_while(char::is_ascii_alphabetic)
                .collect();
            let after = &lower[at + 3 + name.len()..];
            assert!(
                name.is_empty() || !after.starts_with("=\""),
                "{} has a handler on{name}",
                path.display()
            );
        }
    }
}

#[test]
fn every_icon_that_a_template_or_a_component_names_is_in_the_sprite() {
    let names = icon_names();
    assert_eq!(names.len(), 47, "the icons of the style sheet");
    for (path, template) in templates() {
        for marker in ["::icon(\"", " icon(\""] {
            for used in template
                .split(marker)
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
            {
                assert!(
                    names.iter().any(|name| name == used),
                    "{}: no icon {used}",
                    path.display()
                );
            }
        }
    }
    for tab in Tab::ALL {
        assert!(names.iter().any(|name| name == tab.icon()));
    }
    for tone in [
        Tone::Plain,
        Tone::Sea,
        Tone::Gold,
        Tone::Jade,
        Tone::Red,
        Tone::Late,
    ] {
        assert!(names.iter().any(|name| name == tone.icon()));
    }
    for name in lefts().iter().filter_map(DaysLeft::icon) {
        assert!(names.iter().any(|known| known == name));
    }
    let html = citizen(Lang::Vi).render().unwrap() + &office().render().unwrap();
    for used in html
        .split("<use href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
    {
        let name = used.split_once('#').unwrap().1;
        assert!(names.iter().any(|known| known == name), "no icon {name}");
    }
}

#[test]
fn every_class_that_the_components_use_is_in_the_style_sheet() {
    let style = crate_file("static/motcua.css");
    let html = citizen(Lang::Vi).render().unwrap() + &office().render().unwrap();
    // Names that group without a look of their own.
    let bare = ["plain", "row", "left-ample", "done-step", "h3", "need"];
    for class in html
        .split(" class=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .flat_map(|classes| classes.split(' '))
        .filter(|class| !class.is_empty() && !bare.contains(class))
    {
        let known = style.match_indices(&format!(".{class}")).any(|(at, found)| {
            !style[at + found.len()..].starts_with(|next: char| next.is_ascii_alphanumeric() || next == '-')
        });
        assert!(known, "no rule for .{class}");
    }
}
