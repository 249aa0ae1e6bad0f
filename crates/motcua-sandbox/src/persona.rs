//! The invented people of the demonstration.

/// Sex as it stands on the identity card (giới tính).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    /// Nam.
    Male,
    /// Nữ.
    Female,
}

impl Sex {
    /// The value of the standard `gender` claim (OpenID Connect Core 5.1).
    #[must_use]
    pub fn as_claim(self) -> &'static str {
        match self {
            Self::Male => "male",
            Self::Female => "female",
        }
    }
}

/// A person who does not exist, as the sandbox's identity provider knows them.
///
/// The caller brings the facts; they must be plainly invented. The personal number in particular should
/// carry a place code that was never issued, so that it can be nobody's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Persona {
    /// Short stable name in ASCII; becomes the `sub` claim and the value of the button.
    pub id: String,
    /// Full name (họ, chữ đệm và tên).
    pub name: String,
    /// Personal number (số định danh cá nhân): 12 digits.
    pub personal_number: String,
    /// Date of birth, `YYYY-MM-DD`.
    pub birth_date: String,
    /// Sex (giới tính).
    pub sex: Sex,
    /// Telephone in international form, `+84…`.
    pub phone: String,
    /// E-mail address, under a name reserved for examples.
    pub email: String,
    /// Authentication context class: the level of the electronic identity account (D69/2024), as the
    /// relying party names it in `acr_values`.
    pub acr: String,
}
