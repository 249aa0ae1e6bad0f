//! What must be shown (thành phần hồ sơ).

use super::code::ComponentCode;

/// Papers that belong together: all of them, or those of one situation. The source names its groups freely ("Giấy tờ
/// phải nộp", "Trường hợp uỷ quyền…") and does not tie them to the variants that carry limits, so neither do we.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequirementGroup {
    /// Its name; empty where all papers stand in one group.
    pub name: String,
    /// The papers.
    pub requirements: Vec<Requirement>,
}

/// A paper or datum that must be shown (giấy tờ).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// Its national code, where it has one.
    pub component_code: Option<ComponentCode>,
    /// Its name, as shown to the public. The national file also uses rows without copies for remarks.
    pub name: String,
    /// Originals to hand in (bản chính).
    pub originals: u32,
    /// Copies to hand in (bản sao).
    pub copies: u32,
    /// Whether the source marks an interactive form (biểu mẫu điện tử tương tác).
    pub has_e_form: bool,
    /// Whether the source marks it as the result of another procedure. Do not rely on it (`domain.md` 9.2).
    pub is_result_of_other: bool,
    /// Files of the form to fill in.
    pub forms: Vec<FormFile>,
}

/// A form to download (mẫu đơn, tờ khai).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormFile {
    /// File name, as shown.
    pub name: String,
    /// Where the source keeps it, relative to its own store.
    pub path: String,
}
