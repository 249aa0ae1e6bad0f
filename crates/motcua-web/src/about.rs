//! The pages to which every footer leads: people who help, accessibility, personal data.

use std::sync::OnceLock;

use askama::Template;
use motcua_text::{Lang, Text};

use crate::components::Link;
use crate::kept::Kept;
use crate::page::Page;

/// One of the pages about the portal itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Where a person helps (cần người giúp).
    Help,
    /// What works for whom, and what does not yet (trợ năng).
    Accessibility,
    /// What the city holds about a person and who looks at it (dữ liệu cá nhân).
    Privacy,
}

/// A heading and what stands under it.
type Part = (String, String);

#[derive(Template)]
#[template(path = "about.html")]
struct AboutPage {
    page: Page,
    lead: String,
    parts: Vec<Part>,
    /// Where one goes from here.
    link: Option<Link>,
}

impl About {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Help, Self::Accessibility, Self::Privacy];

    /// The address, as the footer has it.
    #[must_use]
    pub const fn href(self) -> &'static str {
        match self {
            Self::Help => "/help",
            Self::Accessibility => "/accessibility",
            Self::Privacy => "/privacy",
        }
    }

    /// The title of the page.
    #[must_use]
    pub fn title(self, lang: Lang) -> String {
        let t = Text::of(lang);
        match self {
            Self::Help => t.common_about_help(),
            Self::Accessibility => t.common_about_accessibility(),
            Self::Privacy => t.common_about_privacy(),
        }
    }

    /// The page in the language and frame of `page`, whose title is that of [`About::title`].
    ///
    /// # Errors
    ///
    /// Only where writing into memory fails.
    pub fn render(self, page: Page) -> Result<String, askama::Error> {
        let (lead, parts) = self.words(page.t);
        let link = matches!(self, Self::Help).then(|| Link::to("/offices", page.t.offices_link()));
        AboutPage {
            page,
            lead,
            parts,
            link,
        }
        .render()
    }

    fn words(self, t: &Text) -> (String, Vec<Part>) {
        match self {
            Self::Help => (
                t.common_about_help_lead(),
                vec![
                    (t.common_about_help_call(), t.common_about_help_call_body()),
                    (t.common_about_help_desk(), t.common_about_help_desk_body()),
                    (t.common_about_help_assist(), t.common_about_help_assist_body()),
                ],
            ),
            Self::Accessibility => (
                t.common_about_accessibility_lead(),
                vec![
                    (
                        t.common_about_accessibility_can(),
                        t.common_about_accessibility_can_body(),
                    ),
                    (
                        t.common_about_accessibility_cannot(),
                        t.common_about_accessibility_cannot_body(),
                    ),
                    (
                        t.common_about_accessibility_tell(),
                        t.common_about_accessibility_tell_body(),
                    ),
                ],
            ),
            Self::Privacy => (
                t.common_about_privacy_lead(),
                vec![
                    (t.common_about_privacy_held(), t.common_about_privacy_held_body()),
                    (t.common_about_privacy_seen(), t.common_about_privacy_seen_body()),
                    (t.common_about_privacy_ask(), t.common_about_privacy_ask_body()),
                ],
            ),
        }
    }
}

/// These pages as everybody gets them who has not signed in: each is made once, when it is first asked for.
pub struct KeptPages(Vec<(About, Lang, OnceLock<Kept>)>);

impl Default for KeptPages {
    fn default() -> Self {
        let all = About::ALL.into_iter().flat_map(|about| {
            Lang::ALL
                .into_iter()
                .map(move |lang| (about, lang, OnceLock::new()))
        });
        Self(all.collect())
    }
}

impl KeptPages {
    /// A page in this language; `None` where it cannot be made. `demo` is what [`Page::demo`] is on every page of
    /// the city.
    pub fn get(&self, about: About, lang: Lang, demo: bool) -> Option<&Kept> {
        let (_, _, place) = self.0.iter().find(|(one, of, _)| (*one, *of) == (about, lang))?;
        if let Some(kept) = place.get() {
            return Some(kept);
        }
        let mut page = Page::new(lang, about.title(lang), about.href());
        page.demo = demo;
        let text = about.render(page).ok()?;
        Some(place.get_or_init(|| Kept::of("text/html; charset=utf-8", text)))
    }
}

#[cfg(test)]
mod tests;
