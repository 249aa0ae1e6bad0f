//! What every page has: language, title, address, who is signed in, where we are.

use motcua_text::{Lang, Text};

use crate::assets::Asset;

/// The frame of a page. Every page template has a field `page: Page` and extends one of
/// `layout_citizen.html`, `layout_question.html`, `layout_office.html`.
///
/// There is no anti-forgery token in forms: the server refuses cross-site requests by the
/// `Sec-Fetch-Site` and `Origin` headers.
#[derive(Clone)]
pub struct Page {
    /// The sentences of the page's language.
    pub t: &'static Text,
    /// The title (tiêu đề) without the name of the city; the same words as the `h1` where possible.
    pub title: String,
    /// Which one of several pages of this title it is, for the browser's tab: the number of a case. Empty for none.
    pub which: String,
    /// Path and query of this page, for the language switch. Never of a POST: of the page to which
    /// its answer belongs.
    pub path: String,
    /// Whether this is the demonstration city, which is marked on every page.
    pub demo: bool,
    /// Whether the page shows errors of a form; then its title begins with "Lỗi:".
    pub has_errors: bool,
    /// Who has signed in, by the name to be shown.
    pub signed_in: Option<String>,
    /// Where in the navigation this page belongs, if anywhere.
    pub tab: Option<Tab>,
    /// The office's frame, on the office's pages.
    pub office: Option<Office>,
}

/// What the header of an office page shows besides.
#[derive(Clone, Default)]
pub struct Office {
    /// The unit (đơn vị) in whose name the officer works here.
    pub unit: String,
    /// The links of the header that this officer may follow, in order.
    pub nav: Vec<NavLink>,
    /// What was searched, to stay in the field.
    pub searched: String,
}

/// A link in a navigation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavLink {
    /// The address.
    pub href: String,
    /// The words.
    pub words: String,
    /// Whether this is where we are.
    pub current: bool,
}

/// The ways through the citizen's portal. Only what exists is listed here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// The portal's first page (trang chủ).
    Home,
    /// The catalogue (thủ tục).
    Procedures,
    /// The cases of the person who has signed in (hồ sơ của tôi).
    Cases,
    /// The notices sent to that person (thư báo).
    Notices,
}

impl Tab {
    /// All ways, in the order of the tab bar.
    pub const ALL: [Self; 4] = [Self::Home, Self::Procedures, Self::Cases, Self::Notices];

    /// The address.
    #[must_use]
    pub const fn href(self) -> &'static str {
        match self {
            Self::Home => "/",
            Self::Procedures => "/procedures",
            Self::Cases => "/cases",
            Self::Notices => "/notices",
        }
    }

    /// Whether it is the first page, to which the brand leads on wide screens.
    #[must_use]
    pub const fn is_home(&self) -> bool {
        matches!(self, Self::Home)
    }

    /// The icon, a name in the sprite.
    #[must_use]
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Procedures => "list",
            Self::Cases => "docs",
            Self::Notices => "bell",
        }
    }

    /// The words under the icon.
    #[must_use]
    pub fn short(self, t: &Text) -> String {
        match self {
            Self::Home => t.common_tab_home(),
            Self::Procedures => t.common_tab_procedures(),
            Self::Cases => t.common_tab_cases(),
            Self::Notices => t.common_tab_notices(),
        }
    }

    /// The words in the header of wide screens; the brand leads home there.
    #[must_use]
    pub fn long(self, t: &Text) -> String {
        match self {
            Self::Home => t.common_tab_home(),
            Self::Procedures => t.common_nav_procedures(),
            Self::Cases => t.common_nav_cases(),
            Self::Notices => t.common_nav_notices(),
        }
    }
}

impl Page {
    /// A page of nobody in particular, outside the demonstration.
    #[must_use]
    pub fn new(lang: Lang, title: impl Into<String>, path: impl Into<String>) -> Self {
        Self {
            t: Text::of(lang),
            title: title.into(),
            which: String::new(),
            path: path.into(),
            demo: false,
            has_errors: false,
            signed_in: None,
            tab: None,
            office: None,
        }
    }

    /// The language of the page.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.t.lang()
    }

    /// The whole title: errors first, the city last.
    #[must_use]
    pub fn full_title(&self) -> String {
        let title = if self.which.is_empty() {
            self.title.clone()
        } else {
            format!("{} · {}", self.title, self.which)
        };
        if self.has_errors {
            self.t.common_title_error(title)
        } else {
            self.t.common_title(title)
        }
    }

    /// Where signing in begins, to come back to this page.
    #[must_use]
    pub fn sign_in_href(&self) -> String {
        let query = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("to", &self.path)
            .finish();
        format!("/sign-in?{query}")
    }

    /// Whether this is where we are.
    #[must_use]
    pub fn is_at(&self, tab: &Tab) -> bool {
        self.tab.as_ref() == Some(tab)
    }

    /// The address of the same page in the other language: `lang=` is put last in its query,
    /// replacing one that is there.
    #[must_use]
    pub fn switch_href(&self) -> String {
        let (path, query) = self.path.split_once('?').unwrap_or((&self.path, ""));
        // "//elsewhere" is a page that is not found here, and another site where it stands in a link.
        let path = path.trim_start_matches('/');
        let mut kept: Vec<&str> = query
            .split('&')
            .filter(|part| !part.is_empty() && !part.starts_with("lang="))
            .collect();
        let lang = format!("lang={}", self.lang().other());
        kept.push(&lang);
        format!("/{path}?{}", kept.join("&"))
    }

    /// The address of the style sheet.
    #[must_use]
    pub fn style(&self) -> &'static str {
        Asset::Style.url()
    }

    /// The address of the script.
    #[must_use]
    pub fn script(&self) -> &'static str {
        Asset::Script.url()
    }

    /// The address of the mark for light grounds.
    #[must_use]
    pub fn mark(&self) -> &'static str {
        Asset::Mark.url()
    }

    /// The address of the mark for dark grounds.
    #[must_use]
    pub fn mark_light(&self) -> &'static str {
        Asset::MarkLight.url()
    }
}

#[cfg(test)]
mod tests;
