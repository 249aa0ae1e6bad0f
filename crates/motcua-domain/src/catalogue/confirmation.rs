//! What in an imported record a person must settle (cần xác nhận), `domain.md` 4.1 and 7.6.

use super::code::ProcedureCode;

/// Something the importer kept as it came, because only a person may say what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfirmationItem {
    /// The procedure.
    pub procedure: ProcedureCode,
    /// Which trap it is.
    pub trap: Trap,
    /// Where in the source's record: `executionMethods[0].processingTime`. A path with `[]` stands for every row.
    pub path: String,
    /// What stands there.
    pub raw: String,
    /// What it probably means, for a person to accept or not; `None` where nothing supports a proposal.
    pub proposal: Option<String>,
}

macro_rules! traps {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $reason:literal;)+) => {
        /// A way in which the national record misleads (bẫy dữ liệu).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Trap {
            $($(#[$doc])* $name,)+
        }

        impl Trap {
            /// Every trap, in the order of `domain.md` 7.6.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The stable code, the same in stores, sentences and reports.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// Why it needs a person, for logs and machine-read reports; people read the sentence kept under the code.
            pub const fn reason(self) -> &'static str {
                match self { $(Self::$name => $reason,)+ }
            }
        }
    };
}

traps! {
    /// Thời hạn không có đơn vị: a number of unit `OTHER`.
    LimitWithoutUnit = "limit-without-unit", "the limit is a number without a unit";
    /// A sentence where a number belongs.
    LimitAsText = "limit-as-text", "the limit is written as text";
    /// Half days and the like: no unit of the law has halves.
    LimitNotWhole = "limit-not-whole", "the limit is not a whole number of its unit";
    /// Giờ: working or elapsed hours is a field, never guessed (`domain.md` 4.1).
    HourKindUnknown = "hour-kind-unknown", "the limit is in hours without saying working or elapsed hours";
    /// Miễn phí ở ô số tiền, có tiền trong ghi chú.
    ChargeInNote = "charge-in-note", "the field names no amount or zero, the note names one";
    /// Hội đồng nhân dân quyết định.
    ChargeSetByCouncil = "charge-set-by-council", "the field names no amount or zero, the note refers to the People's Council";
    /// 700 for 700.000.
    AmountOffByThousand = "amount-off-by-thousand", "the amount is too small to be in đồng, likely in thousands";
    /// No currency beside an amount.
    CurrencyMissing = "currency-missing", "the amount has no currency";
    /// An internal id in place of a currency.
    CurrencyById = "currency-by-id", "the currency is an internal identifier";
    /// Phí hay lệ phí.
    ChargeKindUnknown = "charge-kind-unknown", "the type does not tell a fee (phí) from a levy (lệ phí)";
    /// Several limits in rows of one channel.
    ChannelWithSeveralLimits = "channel-with-several-limits", "one channel has several limits, so its rows are case variants";
    /// Online 15, post 20, counter 5: variants squeezed into channels.
    ChannelsWithDifferentLimits = "channels-with-different-limits", "the limits differ by channel, which may be case variants";
    /// The variants have different limits, so a channel's limit cannot be right for all.
    VariantsWithDifferentLimits = "variants-with-different-limits", "the case variants have different limits";
    /// No channel limit equals any variant limit.
    ChannelLimitMatchesNoVariant = "channel-limit-matches-no-variant", "no channel limit equals the limit of any case variant";
    /// The channel's note names another limit than its field or the variants.
    NoteAgainstLimit = "note-against-limit", "the note of the channel names another limit than the fields";
    /// A charge that ends on a day named in its note.
    ChargeWithEndDate = "charge-with-end-date", "the note names the last day of the charge";
    /// Tên là trích yếu của quyết định.
    DecisionTitleAsName = "decision-title-as-name", "the name is the title of a decision";
    /// Another province's code in a record published by a ministry.
    ForeignProvinceCode = "foreign-province-code", "a result carries a province's code in a national record";
    /// A refusal slip, an entry in a database.
    OutcomeIsNoDocument = "outcome-is-no-document", "the result is no document that could be issued and kept";
    /// Not `KQ.Gxx.nnnnnn`.
    OutcomeCodeShape = "outcome-code-shape", "the result's code has not the national shape";
    /// The portal's answer lacks the field.
    FieldMissing = "field-missing", "the portal's answer has no field, only a list of categories";
    /// The same name under several codes.
    NameRepeats = "name-repeats", "other procedures have the same name";
    /// Replaced in law but still listed.
    Superseded = "superseded", "the entry was replaced by another text and is still listed";
    /// Lines out of order, letters torn apart.
    ScrambledSteps = "scrambled-steps", "the text of the steps is scrambled";
    /// Tabs, line breaks and control signs in a name.
    ControlSignsInName = "control-signs-in-name", "the name holds tabs or other control signs";
    /// Amounts in the steps, conditions or notes and nowhere else.
    ChargeOnlyInProse = "charge-only-in-prose", "amounts stand in the text and in no charge";
    /// Thủ tục nội bộ: kept, and hidden from the public.
    InternalProcedure = "internal-procedure", "the procedure is between state bodies and is not shown to the public";
    /// Not one digit, a dot, six digits.
    ProcedureCodeShape = "procedure-code-shape", "the code has not the national shape";
    /// The same code twice in one file.
    DuplicateCode = "duplicate-code", "the code stands more than once in the file";
}

impl std::fmt::Display for Trap {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.code())
    }
}

impl std::str::FromStr for Trap {
    type Err = UnknownTrapError;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .iter()
            .copied()
            .find(|trap| trap.code() == code)
            .ok_or_else(|| UnknownTrapError(code.to_owned()))
    }
}

/// A text that names no trap.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no trap is called {0:?}")]
pub struct UnknownTrapError(String);
