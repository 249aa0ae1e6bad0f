//! What the name of an agency tells: what stands above it, and the place in the line of the day.

use motcua_domain::access::Role;

use super::words::vi;
use crate::paper::Letterhead;

const COMMITTEE: &str = "Uỷ ban nhân dân";
const CENTRE: &str = "Trung tâm Phục vụ hành chính công";
const POLICE: &str = "Công an";
const DEPARTMENT: &str = "Sở";
/// The words for the kinds of places, as they stand inside a name. The committee of each decides.
const PLACES: [&str; 5] = ["phường", "xã", "đặc khu", "thành phố", "tỉnh"];

/// The agency as its papers name it: a commune acts by its People's Committee, so that "Phường Hải Châu" signs
/// as "Uỷ ban nhân dân phường Hải Châu".
pub(super) fn agency(name: &str) -> String {
    match place_at_start(name) {
        Some(_) => format!("{COMMITTEE} {}", lower_first(name)),
        None => name.to_owned(),
    }
}

/// The block of the issuing agency (Decree 30/2020, Annex I): what is above it, where its name tells, and the
/// place.
pub(crate) fn letterhead(name: &str, city: &str, sign: Option<String>) -> Letterhead {
    let agency = agency(name);
    Letterhead {
        superior: superior(&agency, city),
        place: place(&agency)
            .or_else(|| place(city))
            .unwrap_or_else(|| city.to_owned()),
        agency,
        sign,
    }
}

/// What the signatory is in their agency (chức vụ), where the kind of agency and the office they signed in tell; the
/// heads of the other kinds go by other titles.
pub(crate) fn title(name: &str, role: Role) -> Option<String> {
    let agency = agency(name);
    let is = |kind: &str| after_word(&agency, kind).is_some();
    match role {
        Role::Head if is(COMMITTEE) => Some(vi().paper_title_chair()),
        Role::Head | Role::CentreDirector if is(DEPARTMENT) || is(CENTRE) => {
            Some(vi().paper_title_director())
        }
        _ => None,
    }
}

/// The name with a small letter at its start, as within a longer name.
pub(super) fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters
        .next()
        .map(|first| first.to_lowercase().chain(letters).collect())
        .unwrap_or_default()
}

/// The agency above, by the kinds whose superior the name itself tells; vertical agencies print none.
fn superior(agency: &str, city: &str) -> Option<String> {
    let city = lower_first(city);
    let of_city = format!("{COMMITTEE} {}", with_kind(&city));
    if let Some(served) = after_word(agency, CENTRE) {
        return Some(format!("{COMMITTEE} {served}"));
    }
    if let Some(served) = after_word(agency, COMMITTEE) {
        return (served != with_kind(&city)).then(|| capital_first(&with_kind(&city)));
    }
    if let Some(served) = after_word(agency, POLICE) {
        return (served != with_kind(&city)).then(|| format!("{POLICE} {}", with_kind(&city)));
    }
    after_word(agency, DEPARTMENT).map(|_| of_city)
}

/// "Đà Nẵng" alone is meant as the city of that name.
fn with_kind(city: &str) -> String {
    match place_at_start(city) {
        Some(_) => city.to_owned(),
        None => format!("thành phố {}", capital_first(city)),
    }
}

/// The proper name behind the last word for a kind of place: "Hải Châu" of "Uỷ ban nhân dân phường Hải Châu".
fn place(agency: &str) -> Option<String> {
    let words: Vec<&str> = agency.split_whitespace().collect();
    let (index, width) = (0..words.len())
        .filter_map(|index| Some((index, place_at_start(&words.get(index..)?.join(" "))?)))
        .next_back()?;
    let name = words.get(index + width..)?.join(" ");
    (!name.is_empty()).then_some(name)
}

/// How many words of a kind of place the name begins with. A proper name must follow: "xã hội" is society, not
/// a commune.
fn place_at_start(name: &str) -> Option<usize> {
    let small = name.to_lowercase();
    let kind = PLACES
        .into_iter()
        .find(|kind| after_word(&small, kind).is_some())?;
    let width = kind.split(' ').count();
    let proper = name.split_whitespace().nth(width)?;
    proper.starts_with(char::is_uppercase).then_some(width)
}

/// What follows whole words at the start.
fn after_word<'a>(name: &'a str, words: &str) -> Option<&'a str> {
    name.strip_prefix(words)?.strip_prefix(' ')
}

fn capital_first(name: &str) -> String {
    motcua_text::capitalised(name)
}
