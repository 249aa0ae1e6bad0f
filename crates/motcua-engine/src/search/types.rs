//! The question, the answer, and the port between them.

/// The level of authority that carries a procedure out (cấp thực hiện).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// A ministry or a central body (bộ).
    Ministry,
    /// The province or the city (tỉnh, thành phố).
    Province,
    /// A ward, commune or special zone (phường, xã, đặc khu).
    Commune,
    /// Any other body, such as a consulate or a school (cơ quan khác).
    Other,
}

/// Who may apply (đối tượng thực hiện), in the five groups that a resident can tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// A citizen (công dân Việt Nam).
    Citizen,
    /// A business or a co-operative (doanh nghiệp, hợp tác xã).
    Business,
    /// Any other organisation (tổ chức).
    Organisation,
    /// A foreigner, or a Vietnamese settled abroad (người nước ngoài).
    Foreigner,
    /// An official, or a body of the Party (cán bộ, công chức, viên chức).
    Official,
}

/// A set of [`Level`]s, kept as bits so that an index can filter by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Levels(u8);

/// A set of [`Audience`]s, kept as bits so that an index can filter by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Audiences(u8);

macro_rules! bit_set {
    ($set:ident, $item:ident) => {
        impl $set {
            /// The set with one more member.
            #[must_use]
            pub fn with(self, item: $item) -> Self {
                Self(self.0 | 1 << item as u8)
            }

            /// Whether the set holds the member.
            #[must_use]
            pub fn has(self, item: $item) -> bool {
                self.0 & (1 << item as u8) != 0
            }

            /// The bits, for an index to store; [`Self::from_bits`] reads them back.
            #[must_use]
            pub fn bits(self) -> u8 {
                self.0
            }

            /// The set of which [`Self::bits`] were stored.
            #[must_use]
            pub fn from_bits(bits: u8) -> Self {
                Self(bits)
            }
        }

        impl FromIterator<$item> for $set {
            fn from_iter<I: IntoIterator<Item = $item>>(items: I) -> Self {
                items.into_iter().fold(Self::default(), Self::with)
            }
        }
    };
}

bit_set!(Levels, Level);
bit_set!(Audiences, Audience);

/// What the index is told about one procedure; the city's words, not yet folded.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SearchRecord {
    /// The national code, such as `1.001193` (mã thủ tục).
    pub code: String,
    /// The name as published (tên thủ tục).
    pub title: String,
    /// The name of the field (lĩnh vực), such as "Hộ tịch".
    pub field: String,
    /// Who carries it out.
    pub levels: Levels,
    /// Who may apply.
    pub audience: Audiences,
    /// Further names under which it is known: the portal's keywords, the city's short name.
    pub keywords: String,
    /// The names of the papers asked for and of the results.
    pub papers: String,
    /// The rest of the text: steps, conditions. Searched only when nothing nearer answers.
    pub body: String,
    /// How likely it is that a resident of this city means this one: 0 never, 1 daily. See [`popularity`].
    pub popularity: f64,
    /// False for internal procedures (thủ tục nội bộ), which no search of the public may show.
    pub public: bool,
}

/// Where a procedure stands towards this city.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is in the city's own `city/` folder: it can be filed here today.
    Offered,
    /// The ministries publish it for every province, or this city published it itself.
    Applicable,
    /// Another province's own procedure: true, but of no use here.
    Elsewhere,
}

/// The popularity of a procedure for which nobody has counted cases yet.
///
/// A city that has counted passes its own number instead; the scale is the same.
#[must_use]
pub fn popularity(standing: Standing, levels: Levels, audience: Audiences) -> f64 {
    let base = match standing {
        Standing::Offered => 0.7,
        Standing::Applicable => 0.3,
        Standing::Elsewhere => return 0.0,
    };
    let near = if levels.has(Level::Commune) {
        0.15
    } else if levels.has(Level::Province) {
        0.1
    } else {
        -0.1
    };
    let personal = if audience.has(Audience::Citizen) { 0.1 } else { 0.0 };
    f64::clamp(base + near + personal, 0.0, 1.0)
}

/// What somebody asks for. An empty text with a filter lists what the filter leaves, the most asked-for first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SearchQuery {
    /// The words as typed; anything at all is allowed.
    pub text: String,
    /// Only this field (lĩnh vực), compared after folding.
    pub field: Option<String>,
    /// Only procedures that this level carries out.
    pub level: Option<Level>,
    /// Only procedures for this group.
    pub audience: Option<Audience>,
    /// How many hits at most; at most 100 are given.
    pub limit: usize,
    /// How many hits to pass over first.
    pub offset: usize,
}

/// Why a procedure was found, for the page to say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The code was typed.
    Code,
    /// Its name holds the words typed.
    Title,
    /// Everyday words were read as the law's words.
    Meaning {
        /// What was typed, as typed after repair of slips.
        said: String,
        /// What the law calls it.
        law: String,
    },
    /// Its field, keywords, papers or text hold the words.
    Text,
    /// No words were given: it stands in the list that the filters leave.
    Listed,
}

/// One procedure found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The national code.
    pub code: String,
    /// The name as published.
    pub title: String,
    /// The field.
    pub field: String,
    /// A few words of its text around what was asked; plain text, at most 200 characters, may be empty.
    pub snippet: String,
    /// Why it was found.
    pub why: Why,
    /// The score, higher is better; comparable within one answer only.
    pub score: f64,
}

/// The answer to a [`SearchQuery`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SearchResults {
    /// The hits, best first.
    pub hits: Vec<Hit>,
    /// Whether there are more behind the last one.
    pub more: bool,
    /// The text as it was read, if slips of the keyboard were repaired.
    pub read_as: Option<String>,
    /// When nothing was found: texts that would find something.
    pub suggestions: Vec<String>,
}

/// The machine could not search.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The index cannot be read; it is derived, so building it anew heals it.
    #[error("the search index cannot be read: {0}")]
    Unreadable(String),
}

/// The port: something that finds procedures.
pub trait ProcedureSearch: Send + Sync {
    /// Finds the procedures that answer the query, best first. Never writes.
    ///
    /// # Errors
    ///
    /// [`SearchError`] when the index cannot be read. No result is an answer, not an error.
    fn search(&self, query: &SearchQuery) -> Result<SearchResults, SearchError>;
}
