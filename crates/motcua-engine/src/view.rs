//! What pages, API and counter screens show: plain data, computed once and for all of them. A page computes no
//! rule. A view that shows personal data makes its access record durable before it is returned.

mod beside;
mod confirmations;
mod desk;
mod desk_of;
mod find;
mod home;
mod inbox;
mod inbox_of;
mod life;
mod memo;
mod offer;
mod offices;
mod people;
mod procedure;
mod queues;
mod register;
mod report;
mod shared;
mod sheet;
mod signing;
mod track;
mod tracker;

pub use beside::{BesideCase, OtherFiling};
pub use confirmations::ConfirmationsView;
pub use desk::{DeskCaseView, FindingView, Offer, PaperImage};
pub use find::{Neighbours, reaches};
pub use home::{HomeView, MyCase};
pub use inbox::{InboxQuery, InboxRow, InboxView, Narrowing, Queue, QueueCount};
pub use life::{LifeEnd, LifeKind, LifeLine};
pub(crate) use memo::Memo;
pub use offices::{DayHours, OfficeState, OfficeView, OfficesView};
pub use people::{FOUND_MAX, Found};
pub use procedure::{ChannelView, ProcedureView, RequirementView, SearchView};
pub use register::{RegisterLine, RegisterQuery, RegisterView};
pub use report::{Part, ReportView, Risk, RiskLine, RiskList, RiskQuery, SignLine};
pub use shared::{DaysLeft, DueView, PaperLink};
pub use sheet::{OpenThing, SheetFacts};
pub(crate) use track::note_text;
pub use tracker::{
    AccessView, ClockView, DayCount, Holder, LogLine, NextStep, NoticeView, ProgressDue, PublicProgress,
    StepLine, StepState, SupplementLine, TrackerView, YourPart,
};
