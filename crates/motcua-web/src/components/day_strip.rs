//! The strip of days: one arch a day, used, promised and legal, as an SVG of attributes only.

use motcua_text::Text;

/// How the time limit of a case stands, counted in the days of its unit.
///
/// Drawn as one arch a day: used days are full, promised days tinted, legal days dashed, a line
/// stands at the promise. Everything the drawing says is also said by [`DayStrip::sentence`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DayStrip {
    /// Days used so far.
    pub used_days: u32,
    /// Days that the city promised (cam kết), where it promised fewer than the law allows.
    pub promised_days: Option<u32>,
    /// Days that the law allows (thời hạn luật định).
    pub legal_days: u32,
    /// The promised day in short words: "02/12".
    pub promised_on: String,
    /// The last legal day in short words: "07/12".
    pub legal_on: String,
    /// `used_days` in words: "3 ngày làm việc".
    pub used: String,
    /// `promised_days` in words.
    pub promised: String,
    /// `legal_days` in words.
    pub legal: String,
}

/// One arch of the drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayArch {
    /// The path's data.
    pub path: String,
    /// The class in the style sheet.
    pub class: &'static str,
}

/// The width of the drawing in its own units.
const WIDTH: u32 = 320;
/// More arches than this are too narrow to tell apart; then one stands for several days.
const ARCHES_MAX: u32 = 32;
/// Top and bottom of the arches.
const TOP: u32 = 28;
const BOTTOM: u32 = 46;

impl DayStrip {
    /// All days drawn: the legal ones, or more when the case is later than that.
    fn days(&self) -> u32 {
        self.legal_days
            .max(self.used_days)
            .max(self.promised_days.unwrap_or(0))
            .max(1)
    }

    /// How many days one arch stands for.
    #[must_use]
    pub fn days_per_arch(&self) -> u32 {
        self.days().div_ceil(ARCHES_MAX)
    }

    /// The left edge of the day after so many, in tenths of a unit.
    fn tenths_at(&self, days: u32) -> u32 {
        WIDTH * 10 * days / self.days()
    }

    /// The arches from left to right.
    #[must_use]
    pub fn arches(&self) -> Vec<DayArch> {
        let step = self.days_per_arch();
        (0..self.days())
            .step_by(usize::try_from(step).unwrap_or(1))
            .map(|first| {
                let last = (first + step).min(self.days());
                DayArch {
                    path: arch(self.tenths_at(first) + 8, self.tenths_at(last).saturating_sub(8)),
                    class: self.class_of(last),
                }
            })
            .collect()
    }

    fn class_of(&self, day: u32) -> &'static str {
        if day <= self.used_days {
            if day > self.legal_days { "s-late" } else { "s-used" }
        } else if day <= self.promised_days.unwrap_or(0) {
            "s-promised"
        } else {
            "s-legal"
        }
    }

    /// Where the line of the promise stands, if there is one.
    #[must_use]
    pub fn promise_x(&self) -> Option<u32> {
        self.promised_days
            .map(|days| (self.tenths_at(days) / 10).clamp(1, WIDTH - 1))
    }

    /// How the words at the line are anchored, so that they stay within the drawing.
    #[must_use]
    pub fn promise_anchor(&self) -> &'static str {
        match self.promise_x() {
            Some(x) if x < 60 => "start",
            Some(x) if x > WIDTH - 60 => "end",
            _ => "middle",
        }
    }

    /// What the drawing says, for those who do not see it, and below it for all.
    #[must_use]
    pub fn sentence(&self, t: &Text) -> String {
        let mut sentence = match self.promised_days {
            Some(_) => t.common_day_strip(&self.used, &self.promised, &self.legal),
            None => t.common_day_strip_legal(&self.used, &self.legal),
        };
        if self.days_per_arch() > 1 {
            sentence.push(' ');
            sentence.push_str(&t.common_day_strip_arch(self.days_per_arch()));
        }
        sentence
    }
}

/// The path of an arch between two edges, given in tenths of a unit. Half a circle on top; of wide
/// arches a flatter ellipse, as a bridge has.
fn arch(left: u32, right: u32) -> String {
    let width = right.saturating_sub(left).max(10);
    let height = (width / 2).min((BOTTOM - TOP) * 10 - 40);
    let at = |tenths: u32| format!("{}.{}", tenths / 10, tenths % 10);
    format!(
        "M{} {BOTTOM}V{}a{} {} 0 0 1 {} 0V{BOTTOM}z",
        at(left),
        at(TOP * 10 + height),
        at(width / 2),
        at(height),
        at(width),
    )
}

#[cfg(test)]
mod tests;
