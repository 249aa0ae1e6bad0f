//! The city's units (đơn vị): a dated tree, and who in it is competent for what.
//!
//! Mergers, splits and transfers of competence are dates, not edits, so that figures stay comparable across
//! 1 July 2025, when the district level ended (`domain.md` 15). One-tier and two-tier centres are both trees (U14).

use std::collections::BTreeMap;

use thiserror::Error;

use crate::bilingual::Bilingual;
use crate::id::UnitCode;
use crate::time::Day;

#[cfg(test)]
mod tests;

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnitKind {
    /// Thành phố: the city itself, root of the tree.
    City,
    /// Uỷ ban nhân dân thành phố.
    CityCommittee,
    /// Sở: a department of the city.
    Department,
    /// Cơ quan ngành dọc: police, tax, social insurance; answers to its ministry.
    VerticalOffice,
    /// Phường: its People's Committee decides.
    Ward,
    /// Xã: its People's Committee decides.
    RuralCommune,
    /// Đặc khu: its People's Committee decides.
    SpecialZone,
    /// Công an cấp xã.
    CommunePolice,
    /// Trung tâm Phục vụ hành chính công: where cases enter and results leave.
    OneStopCentre,
    /// Phòng: a division of an agency.
    Division,
    /// A body under an agency that decides some matters itself, as the land registration office does.
    Office,
}

impl UnitKind {
    /// Every kind.
    pub const ALL: [Self; 11] = [
        Self::City,
        Self::CityCommittee,
        Self::Department,
        Self::VerticalOffice,
        Self::Ward,
        Self::RuralCommune,
        Self::SpecialZone,
        Self::CommunePolice,
        Self::OneStopCentre,
        Self::Division,
        Self::Office,
    ];

    /// The stable name, as in the city's folder.
    pub const fn name(self) -> &'static str {
        match self {
            Self::City => "city",
            Self::CityCommittee => "city-committee",
            Self::Department => "department",
            Self::VerticalOffice => "vertical-office",
            Self::Ward => "ward",
            Self::RuralCommune => "rural-commune",
            Self::SpecialZone => "special-zone",
            Self::CommunePolice => "commune-police",
            Self::OneStopCentre => "one-stop-centre",
            Self::Division => "division",
            Self::Office => "office",
        }
    }

    /// The kind of a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether it is one of the 94: a ward, a commune or the special zone.
    pub const fn is_commune(self) -> bool {
        matches!(self, Self::Ward | Self::RuralCommune | Self::SpecialZone)
    }

    /// Whether it decides in its own name: cases, rights and numbers belong to such a unit.
    pub const fn is_agency(self) -> bool {
        matches!(
            self,
            Self::CityCommittee
                | Self::Department
                | Self::VerticalOffice
                | Self::CommunePolice
                | Self::Office
        ) || self.is_commune()
    }
}

/// A unit as it is from a day to a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// Its code in this city, `48-20242`; a unit under another one carries its code in front.
    pub code: UnitCode,
    /// The unit it belongs to; `None` for the city.
    pub parent: Option<UnitCode>,
    /// What it is.
    pub kind: UnitKind,
    /// Its full name.
    pub name: Bilingual,
    /// Mã định danh điện tử (QCVN 102:2016), `H17.20242`: stands in case numbers. `None` for a unit that neither
    /// receives nor decides.
    pub document_code: Option<String>,
    /// The official code of the territory, five digits for a commune.
    pub official_code: Option<String>,
    /// How many people live there, where it is a territory; 0 is possible.
    pub population: Option<u32>,
    /// Where its office is.
    pub address: Option<String>,
    /// Whether people can walk in and file.
    pub has_desk: bool,
    /// The name of the calendar it works by.
    pub calendar: String,
    /// The first day of this state.
    pub from: Day,
    /// The last day of this state; `None` while it lasts.
    pub to: Option<Day>,
    /// The text that made it so.
    pub legal_basis: String,
}

/// Which kind of unit decides a procedure (thẩm quyền giải quyết), before the place is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Competence {
    /// The People's Committee of the commune; the named division examines.
    Commune {
        /// The last part of the division's code, `van-hoa-xa-hoi`.
        division: String,
    },
    /// The police of the commune.
    CommunePolice,
    /// One agency of the city, wherever the case comes from.
    Agency {
        /// Its code.
        agency: UnitCode,
    },
}

/// The units of a city in all their states.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct UnitTree {
    states: BTreeMap<UnitCode, Vec<Unit>>,
}

impl UnitTree {
    /// Puts a tree together, and checks it: states of one unit do not overlap, parents exist for as long as their
    /// children, and nobody is their own ancestor.
    ///
    /// # Errors
    /// The first fault found.
    pub fn new(units: impl IntoIterator<Item = Unit>) -> Result<Self, UnitTreeError> {
        let mut states: BTreeMap<UnitCode, Vec<Unit>> = BTreeMap::new();
        for unit in units {
            states.entry(unit.code.clone()).or_default().push(unit);
        }
        for list in states.values_mut() {
            list.sort_by_key(|unit| unit.from);
        }
        let tree = Self { states };
        tree.check()?;
        Ok(tree)
    }

    /// The unit of a code as it is on `day`.
    pub fn get(&self, code: &UnitCode, day: Day) -> Option<&Unit> {
        self.states.get(code)?.iter().find(|unit| unit.is_in_force(day))
    }

    /// The latest state of a unit, for names on old cases.
    pub fn latest(&self, code: &UnitCode) -> Option<&Unit> {
        self.states.get(code)?.last()
    }

    /// Every unit as it is on `day`, by code.
    pub fn on(&self, day: Day) -> impl Iterator<Item = &Unit> {
        self.states
            .values()
            .flatten()
            .filter(move |unit| unit.is_in_force(day))
    }

    /// The units directly under one, by code.
    pub fn children<'a, 'c>(
        &'a self,
        code: &'c UnitCode,
        day: Day,
    ) -> impl Iterator<Item = &'a Unit> + use<'a, 'c> {
        self.on(day)
            .filter(move |unit| unit.parent.as_ref() == Some(code))
    }

    /// The 94: wards, communes and the special zone on `day`, by code.
    pub fn communes(&self, day: Day) -> impl Iterator<Item = &Unit> {
        self.on(day).filter(|unit| unit.kind.is_commune())
    }

    /// The unit itself if it is an agency, else the nearest agency above it: whose cases and numbers they are.
    pub fn agency_of(&self, code: &UnitCode, day: Day) -> Option<&Unit> {
        let unit = self.get(code, day)?;
        if unit.kind.is_agency() {
            Some(unit)
        } else {
            self.agency_of(unit.parent.as_ref()?, day)
        }
    }

    /// The one-stop centre of an agency: its own, else the nearest above (a city with one centre has it at the
    /// top, with branches below; `domain.md` 2.2).
    pub fn centre_of(&self, agency: &UnitCode, day: Day) -> Option<&Unit> {
        let own = self
            .children(agency, day)
            .find(|unit| unit.kind == UnitKind::OneStopCentre);
        own.or_else(|| self.centre_of(self.get(agency, day)?.parent.as_ref()?, day))
    }

    /// The agency that decides a matter, and the unit in it that examines. `commune` is where the matter lies: the
    /// residence, the plot; it does not depend on the desk (`domain.md` 8.3).
    pub fn competent(&self, competence: &Competence, commune: &UnitCode, day: Day) -> Option<Competent<'_>> {
        match competence {
            Competence::Commune { division } => {
                let agency = self.get(commune, day).filter(|unit| unit.kind.is_commune())?;
                let code = UnitCode::new(format!("{commune}.{division}"));
                Some(Competent {
                    agency,
                    examiner: self.get(&code, day).unwrap_or(agency),
                })
            }
            Competence::CommunePolice => {
                let police = self
                    .children(commune, day)
                    .find(|unit| unit.kind == UnitKind::CommunePolice);
                let agency = self.get(police.map(|unit| &unit.code)?, day)?;
                Some(Competent {
                    agency,
                    examiner: agency,
                })
            }
            Competence::Agency { agency } => {
                let agency = self.get(agency, day)?;
                Some(Competent {
                    agency,
                    examiner: agency,
                })
            }
        }
    }

    fn check(&self) -> Result<(), UnitTreeError> {
        for list in self.states.values() {
            for (earlier, later) in list.iter().zip(list.iter().skip(1)) {
                if earlier.to.is_none_or(|to| to >= later.from) {
                    return Err(UnitTreeError::Overlap {
                        code: later.code.clone(),
                        from: later.from,
                    });
                }
            }
            for unit in list {
                let Some(parent) = &unit.parent else { continue };
                if self.get(parent, unit.from).is_none() {
                    return Err(UnitTreeError::NoParent {
                        code: unit.code.clone(),
                        parent: parent.clone(),
                    });
                }
                if self.is_own_ancestor(unit) {
                    return Err(UnitTreeError::Circle {
                        code: unit.code.clone(),
                    });
                }
            }
        }
        Ok(())
    }

    fn is_own_ancestor(&self, unit: &Unit) -> bool {
        let mut above = unit.parent.as_ref();
        // A way up that is longer than there are units has gone in a circle.
        for _ in 0..=self.states.len() {
            match above {
                None => return false,
                Some(code) => above = self.get(code, unit.from).and_then(|unit| unit.parent.as_ref()),
            }
        }
        true
    }
}

impl Unit {
    /// Whether this state holds on `day`.
    pub fn is_in_force(&self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// Who decides a matter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Competent<'a> {
    /// The agency in whose name it is decided.
    pub agency: &'a Unit,
    /// The unit that examines: a division of it, or the agency itself.
    pub examiner: &'a Unit,
}

/// Why units do not make a tree.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum UnitTreeError {
    /// Two states of a unit hold on the same day.
    #[error("two states of {code} overlap on {from}")]
    Overlap {
        /// The unit.
        code: UnitCode,
        /// The first day on which both hold.
        from: Day,
    },
    /// The parent does not exist on the unit's first day.
    #[error("{code} belongs to {parent}, which does not exist when {code} begins")]
    NoParent {
        /// The unit.
        code: UnitCode,
        /// The missing parent.
        parent: UnitCode,
    },
    /// The unit is above itself.
    #[error("{code} is above itself")]
    Circle {
        /// The unit.
        code: UnitCode,
    },
}
