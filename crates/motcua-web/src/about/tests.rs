use motcua_text::Lang;

use super::About;
use crate::page::Page;

#[test]
fn every_footer_link_leads_to_a_page_with_one_heading_and_the_same_title() {
    for lang in Lang::ALL {
        for about in About::ALL {
            let title = about.title(lang);
            let html = about
                .render(Page::new(lang, title.clone(), about.href()))
                .unwrap();
            assert_eq!(html.matches("<h1").count(), 1);
            assert!(html.contains(&format!("<h1>{title}</h1>")), "{about:?}");
            for other in About::ALL {
                assert!(
                    html.contains(&format!("href=\"{}\"", other.href())),
                    "{other:?} is in the footer"
                );
            }
        }
    }
}
