//! Results of civil status (kết quả hộ tịch).

use serde::{Deserialize, Serialize};

use super::issue::{Date, Issue, Signature};
use super::process::Tracking;

/// Sex as registered (giới tính).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Nữ.
    Female,
    /// Nam.
    Male,
}

/// A parent as the certificate names them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parent {
    /// Họ, chữ đệm, tên.
    pub name: String,
    /// Năm sinh.
    pub birth_year: Option<i16>,
    /// Dân tộc.
    pub ethnicity: Option<String>,
    /// Quốc tịch.
    pub nationality: Option<String>,
    /// Nơi cư trú.
    pub residence: Option<String>,
}

/// Giấy khai sinh, issued electronically (ban hành điện tử); it does not claim a digital signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BirthCertificate {
    /// By whom and when it was issued.
    pub issue: Issue,
    /// Its number in the register: `124/2026`.
    pub number: String,
    /// The child's name (họ, chữ đệm, tên), as it is written for life.
    pub child: String,
    /// Day of birth; the certificate also writes it in words.
    pub born_on: Date,
    /// Sex.
    pub sex: Sex,
    /// Dân tộc.
    pub ethnicity: String,
    /// Quốc tịch.
    pub nationality: String,
    /// Nơi sinh.
    pub birth_place: String,
    /// Quê quán.
    pub home_town: String,
    /// Số định danh cá nhân; `None` until the population database gave it.
    pub personal_number: Option<String>,
    /// The mother, where she is declared.
    pub mother: Option<Parent>,
    /// The father, where he is declared.
    pub father: Option<Parent>,
    /// Who declared the birth (người đi khai sinh).
    pub declarant: String,
    /// Their identity paper, already masked.
    pub declarant_paper: Option<String>,
    /// Nơi đăng ký khai sinh.
    pub registered_at_place: String,
    /// Ngày, tháng, năm đăng ký.
    pub registered_on: Date,
    /// The signatory's office: `Chủ tịch`. Set in capitals; `None` where it is not known.
    pub signatory_office: Option<String>,
    /// The signatory.
    pub signature: Signature,
    /// How to check that the paper is what the register holds.
    pub check: Tracking,
}
