//! A procedure (thủ tục hành chính) and its text as of a date.

use crate::channel::Channel;
use crate::id::{FormId, VersionId};
use crate::time::{Day, TimeLimit};

use super::charge::Charge;
use super::code::{OutcomeCode, ProcedureCode};
use super::policy::{CutOff, CutOffUse, SupplementPolicy};
use super::requirement::{Requirement, RequirementGroup};

/// What the city offers (thủ tục hành chính): one code, its versions over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Procedure {
    /// Its national code.
    pub code: ProcedureCode,
    /// Its versions, oldest first.
    pub versions: Vec<ProcedureVersion>,
}

impl Procedure {
    /// The version in force on a day: the newest whose first day has come and whose last has not passed. A version
    /// without a first day counts as in force from the beginning; a version is never ended by not being seen.
    pub fn in_force_on(&self, day: Day) -> Option<&ProcedureVersion> {
        self.versions
            .iter()
            .rev()
            .find(|version| version.is_in_force_on(day))
    }
}

/// The text of a procedure as of a date; a case keeps the one it was accepted under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcedureVersion {
    /// Its identity, `1.001193@2026-07-01`.
    pub id: VersionId,
    /// National code.
    pub code: ProcedureCode,
    /// Name in Vietnamese.
    pub name_vi: String,
    /// Name in English, where someone wrote one.
    pub name_en: Option<String>,
    /// The decision that published it (quyết định công bố).
    pub decision: Decision,
    /// The sector it belongs to (lĩnh vực); `None` where the source does not say.
    pub field: Option<Field>,
    /// Where it sits among the national kinds.
    pub kind: ProcedureKind,
    /// Who carries it out, ministry to commune; may be several, or none where undetermined.
    pub levels: Vec<AuthorityLevel>,
    /// How far it can be done online.
    pub service_level: ServiceLevel,
    /// Who may apply (đối tượng thực hiện).
    pub audiences: Vec<Audience>,
    /// The bodies that take part.
    pub agencies: Agencies,
    /// Where dossiers are received, in the source's words.
    pub received_at: Option<String>,
    /// Ways of filing with limit and charges (cách thức thực hiện). One channel may stand several times, with notes
    /// that tell the rows apart.
    pub channels: Vec<ChannelEntry>,
    /// Case variants with limits of their own (trường hợp).
    pub variants: Vec<CaseVariant>,
    /// Papers by situation (thành phần hồ sơ).
    pub requirement_groups: Vec<RequirementGroup>,
    /// Steps as the public reads them (trình tự thực hiện).
    pub steps: Vec<Step>,
    /// What must hold to be granted (yêu cầu, điều kiện); empty where there is nothing.
    pub conditions: String,
    /// What may come out (kết quả thực hiện).
    pub outcomes: Vec<OutcomeKind>,
    /// The law it rests on (căn cứ pháp lý).
    pub legal_bases: Vec<LegalBasis>,
    /// Search words that the source gives (từ khoá).
    pub keywords: String,
    /// Folders and groups under which the source files it: life events, service groups.
    pub topics: Vec<String>,
    /// What the source marks.
    pub flags: Flags,
    /// First day in force; `None` where the source gives no date.
    pub in_force_from: Option<Day>,
    /// Last day in force; `None` while it is.
    pub in_force_to: Option<Day>,
    /// What supplements do, by stage; the national record says nothing of it, the city's folder does.
    pub supplements: Vec<SupplementPolicy>,
    /// Hours of the day with legal effect.
    pub cut_offs: Vec<CutOff>,
    /// The interactive form, where the city has one (biểu mẫu điện tử tương tác).
    pub form: Option<FormId>,
}

impl ProcedureVersion {
    /// Whether it applies on a day.
    pub fn is_in_force_on(&self, day: Day) -> bool {
        self.in_force_from.is_none_or(|from| from <= day) && self.in_force_to.is_none_or(|to| day <= to)
    }

    /// Whether residents may find and file it: internal procedures are not for the public (`domain.md` 7.6).
    pub const fn is_public(&self) -> bool {
        !self.flags.is_internal && !matches!(self.kind, ProcedureKind::Internal)
    }

    /// The rows of a channel, an assisted filing counting as the way it is filed.
    pub fn entries(&self, channel: Channel) -> impl Iterator<Item = &ChannelEntry> {
        let filed_as = channel.filed_as();
        self.channels
            .iter()
            .filter(move |entry| Some(entry.channel) == filed_as)
    }

    /// Every required paper, over all groups.
    pub fn requirements(&self) -> impl Iterator<Item = &Requirement> {
        self.requirement_groups
            .iter()
            .flat_map(|group| &group.requirements)
    }

    /// The cut-off for one use, where the version has it.
    pub fn cut_off(&self, used_for: CutOffUse) -> Option<&CutOff> {
        self.cut_offs.iter().find(|cut_off| cut_off.used_for == used_for)
    }
}

/// The decision that published a version (quyết định công bố).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// Its number, `163/QĐ-BTP`.
    pub number: Option<String>,
    /// The day it was taken.
    pub taken_on: Option<Day>,
    /// The day it was published.
    pub published_on: Option<Day>,
}

/// A sector (lĩnh vực).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its code, `G15-TP07`.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// Where a procedure sits among the national kinds (loại thủ tục).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProcedureKind {
    /// Published by a ministry for all.
    Standard,
    /// Published by a province for itself (thủ tục đặc thù).
    Specific,
    /// Between state bodies only (thủ tục nội bộ).
    Internal,
}

/// Who carries it out (cấp thực hiện).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AuthorityLevel {
    /// Cấp bộ.
    Ministry,
    /// Cấp tỉnh: province or city.
    Province,
    /// Cấp xã: commune, ward, special zone.
    Commune,
    /// Cơ quan khác.
    Other,
}

/// How far it can be done online (`domain.md` 7.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ServiceLevel {
    /// Toàn trình: all of it.
    FullProcess,
    /// Một phần: it can be filed online, but something needs presence.
    Partial,
    /// Cung cấp thông tin trực tuyến: information only.
    InformationOnly,
}

/// Who may apply (đối tượng thực hiện).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audience {
    /// Its national code, `ĐT1`.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// The bodies that take part in a procedure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agencies {
    /// Cơ quan ban hành: published the decision.
    pub promulgating: Option<Agency>,
    /// Cơ quan thực hiện: carries it out.
    pub executing: Vec<Agency>,
    /// Cơ quan có thẩm quyền: decides.
    pub competent: Vec<Agency>,
    /// Cơ quan được uỷ quyền: decides by authority.
    pub authorised: Vec<Agency>,
    /// Cơ quan phối hợp: takes part.
    pub coordinating: Vec<Agency>,
}

/// A body as the catalogue names it; a kind of body ("Uỷ ban nhân dân cấp xã") more often than one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agency {
    /// Its code, where the source gives one, `G15`.
    pub code: Option<String>,
    /// Its name.
    pub name: String,
}

/// One way of filing, with its limit and charges (cách thức thực hiện).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChannelEntry {
    /// The channel.
    pub channel: Channel,
    /// The limit by law; `Unparsed` until a person settles what the source left open.
    pub limit: TimeLimit,
    /// What it costs; empty where the source names nothing.
    pub charges: Vec<Charge>,
    /// The note as the source wrote it.
    pub note: String,
}

/// A variant inside one procedure (trường hợp).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseVariant {
    /// Its code, `1.000110.01`. Not always unique in the source.
    pub code: Option<String>,
    /// Its name.
    pub name: String,
    /// Its limit by law.
    pub limit: TimeLimit,
}

/// One step as the public reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its heading; may be empty.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// A kind of result (kết quả thực hiện).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeKind {
    /// Its code; `None` where the source gives none.
    pub code: Option<OutcomeCode>,
    /// Its name.
    pub name: String,
}

/// A legal instrument (căn cứ pháp lý).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalBasis {
    /// Its number, `118/2025/NĐ-CP`.
    pub number: String,
    /// Its title.
    pub title: String,
}

/// What the source marks on a procedure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// Ngành dọc: run by police, tax, customs, social insurance.
    pub is_vertical: bool,
    /// Toàn trình.
    pub is_full_online: bool,
    /// Only at the counter.
    pub is_offline_only: bool,
    /// Phi địa giới: may be filed at any desk (D309 8.3).
    pub is_non_territorial: bool,
    /// A service shared with others (dịch vụ công dùng chung).
    pub is_shared_service: bool,
    /// Nội bộ: between state bodies, not for the public.
    pub is_internal: bool,
}
