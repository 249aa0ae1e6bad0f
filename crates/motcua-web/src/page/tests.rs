use motcua_text::Lang;

use super::{Page, Tab};

fn page(path: &str) -> Page {
    Page::new(Lang::Vi, "Bé sinh ngày nào?", path)
}

#[test]
fn the_language_switch_keeps_the_page_and_its_query() {
    assert_eq!(page("/procedures").switch_href(), "/procedures?lang=en");
    assert_eq!(
        page("/procedures?q=khai+sinh").switch_href(),
        "/procedures?q=khai+sinh&lang=en"
    );
    assert_eq!(page("/?lang=vi&q=a").switch_href(), "/?q=a&lang=en");
    assert_eq!(Page::new(Lang::En, "", "/").switch_href(), "/?lang=vi");
}

#[test]
fn the_language_switch_never_leads_to_another_site() {
    assert_eq!(
        page("//elsewhere.example/x").switch_href(),
        "/elsewhere.example/x?lang=en"
    );
}

#[test]
fn the_title_says_first_that_something_is_wrong() {
    let mut page = page("/");
    assert_eq!(page.full_title(), "Bé sinh ngày nào? – Một cửa Đà Nẵng");
    page.has_errors = true;
    assert_eq!(page.full_title(), "Lỗi: Bé sinh ngày nào? – Một cửa Đà Nẵng");
}

#[test]
fn a_page_outside_the_navigation_marks_no_tab() {
    assert!(Tab::ALL.iter().all(|tab| !page("/").is_at(tab)));
}
