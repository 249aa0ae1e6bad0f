//! `procedures/*.toml`: the procedures that can be filed here, grouped by field.

mod layout;
mod office;

use std::collections::BTreeMap;

use motcua_domain::case::GroundForActing;
use motcua_domain::catalogue::{
    Agencies, Audience, AuthorityLevel, CaseVariant, ChannelEntry, Charge, ChargeKind, ComponentCode,
    Decision, Field, Flags, LegalBasis, Money, OutcomeCode, OutcomeKind, PerWhat, ProcedureCode,
    ProcedureKind, ProcedureVersion, Requirement, RequirementGroup, ServiceLevel,
};
use motcua_domain::channel::Channel;
use motcua_domain::id::VersionId;
use motcua_domain::money::Dong;
use motcua_domain::time::TimeLimit;
use motcua_domain::unit::UnitTree;

use super::error::CityError;
use super::forms::Forms;
use super::layout::Place;
use super::rules::CityRules;
use super::source::Source;
use super::{CityProcedure, Paper, Settled};
use layout::{ChargeEntry, Entry, FieldEntry, File, OutcomeEntry, PaperEntry, ToldBy, Variant};

/// What every procedure is read against.
struct Known<'a> {
    rules: &'a CityRules,
    units: &'a UnitTree,
    fields: BTreeMap<&'a str, &'a FieldEntry>,
}

pub(super) fn read(
    source: &Source,
    rules: &CityRules,
    units: &UnitTree,
    forms: &mut Forms,
) -> Result<Vec<CityProcedure>, CityError> {
    let mut procedures: BTreeMap<String, CityProcedure> = BTreeMap::new();
    for path in source.files_in("procedures") {
        let file: File = source.parse(path)?;
        let fields = file
            .field
            .iter()
            .map(|field| (field.code.as_str(), field))
            .collect();
        let known = Known { rules, units, fields };
        for entry in &file.procedure {
            let place = Place {
                file: path,
                key: &entry.code,
            };
            let mut procedure = entry.procedure(place, &known)?;
            procedure.version.form = Some(entry.tie_form(place, rules, forms, &procedure.papers)?);
            if procedures.insert(entry.code.clone(), procedure).is_some() {
                return Err(place.error("stands twice: a newer text is a new version, with its own `from`"));
            }
        }
    }
    check_components(forms, &procedures)?;
    check_concerned(forms, &procedures)?;
    Ok(procedures.into_values().collect())
}

/// The question that names the person concerned is one of the procedure's form, in its newest version: older ones
/// stay as they were, and their cases name nobody.
fn check_concerned(forms: &Forms, procedures: &BTreeMap<String, CityProcedure>) -> Result<(), CityError> {
    for procedure in procedures.values() {
        let Some(concerned) = &procedure.concerned else {
            continue;
        };
        let form = procedure.version.form.as_ref();
        let name = form.and_then(|id| id.as_str().split('@').next()).unwrap_or("");
        // The general form is tied to each procedure under a name of its own.
        let code = procedure.version.code.as_str();
        let is_its = |known: &str| known == name || name == format!("{known}-{code}");
        let newest = forms
            .files()
            .filter(|(_, form)| is_its(&form.name))
            .max_by_key(|(_, form)| form.number);
        if let Some((file, _)) = newest.filter(|(_, form)| form.question(concerned).is_none()) {
            let reason = format!(
                "{code} says that this question names the person concerned, and the form does not ask it"
            );
            return Err(CityError::new(file, concerned, reason));
        }
    }
    Ok(())
}

/// A form that belongs to one procedure asks only for papers that the procedure has.
fn check_components(forms: &Forms, procedures: &BTreeMap<String, CityProcedure>) -> Result<(), CityError> {
    use motcua_domain::form::QuestionKind;
    for (file, form) in forms.files() {
        let users = procedures.values().filter(|procedure| {
            procedure
                .version
                .form
                .as_ref()
                .is_some_and(|id| id.as_str().split('@').next() == Some(&form.name))
        });
        for procedure in users {
            for question in form.questions() {
                let QuestionKind::File {
                    component: Some(component),
                    ..
                } = &question.kind
                else {
                    continue;
                };
                if !procedure.papers.iter().any(|paper| paper.id == *component) {
                    return Err(CityError::new(
                        file,
                        &question.id,
                        format!(
                            "asks for the paper `{component}`, which {} does not have: add it there or name another",
                            procedure.version.code
                        ),
                    ));
                }
            }
        }
    }
    Ok(())
}

impl Entry {
    fn procedure(&self, place: Place<'_>, known: &Known<'_>) -> Result<CityProcedure, CityError> {
        let name = place.bilingual(&self.vi, &self.en)?;
        let field = known.fields.get(self.field.as_str()).ok_or_else(|| {
            place.error(format!(
                "belongs to the field `{}`, which the file does not have: add a [[field]]",
                self.field
            ))
        })?;
        let papers = self.papers(place)?;
        let conditions = if self.condition.is_empty() {
            known.rules.conditions.clone()
        } else {
            self.condition
                .iter()
                .map(|condition| condition.read(place.file))
                .collect::<Result<_, _>>()?
        };
        let settled = self
            .settled
            .as_ref()
            .map(|settled| -> Result<Settled, CityError> {
                Ok(Settled {
                    limit: place.limit(&settled.limit)?,
                    mark: place.mark(&settled.mark)?,
                    note: settled.note.clone(),
                })
            });
        Ok(CityProcedure {
            version: self.version(place, known, &papers)?,
            name,
            field: place.bilingual(&field.vi, &field.en)?,
            competence: office::competence(&self.competent, &self.from, place, known.units)?,
            office: office::rules(&self.office, &self.from, place, known.units)?,
            promise: self
                .promise
                .as_ref()
                .map(|promise| place.limit(&promise.limit))
                .transpose()?,
            conditions,
            papers,
            outcomes: self
                .outcome
                .iter()
                .map(|entry| place.bilingual(&entry.vi, &entry.en))
                .collect::<Result<_, _>>()?,
            variants: self
                .variant
                .iter()
                .map(|entry| Ok((entry.id.clone(), place.bilingual(&entry.vi, &entry.en)?)))
                .collect::<Result<_, CityError>>()?,
            settled: settled.transpose()?,
            remark: self.remark.clone(),
            popularity: self.popularity,
            grounds: match grounds(place, &self.grounds)? {
                given if given.is_empty() => vec![GroundForActing::Own],
                given => given,
            },
            is_variant_asked: self.variant_told_by == ToldBy::Applicant && self.variant.len() > 1,
            concerned: self.concerned.clone(),
            is_invented: self.is_invented,
        })
    }

    fn version(
        &self,
        place: Place<'_>,
        known: &Known<'_>,
        papers: &[Paper],
    ) -> Result<ProcedureVersion, CityError> {
        let code = ProcedureCode::new(&self.code).map_err(|error| place.error(error.to_string()))?;
        let from = place.day(&self.from)?;
        let after_appraisal = match &self.supplement {
            Some(supplement) => supplement.over(&known.rules.after_appraisal, place)?,
            None => known.rules.after_appraisal.clone(),
        };
        let field = known.fields.get(self.field.as_str());
        Ok(ProcedureVersion {
            id: VersionId::new(format!("{}@{from}", self.code)),
            code,
            name_vi: self.official.clone().unwrap_or_else(|| self.vi.clone()),
            name_en: Some(self.en.clone()),
            decision: Decision {
                number: Some(self.decision.number.clone()),
                taken_on: place.day_maybe(self.decision.taken_on.as_deref())?,
                published_on: None,
            },
            field: field.map(|field| Field {
                code: field.code.clone(),
                name: field.vi.clone(),
            }),
            kind: ProcedureKind::Standard,
            levels: self
                .levels
                .iter()
                .map(|level| self::level(place, level))
                .collect::<Result<_, _>>()?,
            service_level: self.service_level(place)?,
            audiences: self
                .audiences
                .iter()
                .map(|code| self::audience(place, code))
                .collect::<Result<_, _>>()?,
            agencies: Agencies::default(),
            received_at: None,
            channels: self.channels(place)?,
            variants: self.variants(place)?,
            requirement_groups: requirement_groups(papers, &self.paper),
            steps: Vec::new(),
            conditions: String::new(),
            outcomes: self.outcomes(place)?,
            legal_bases: self
                .legal
                .iter()
                .map(|legal| LegalBasis {
                    number: legal.number.clone(),
                    title: legal.title.clone(),
                })
                .collect(),
            keywords: String::new(),
            topics: Vec::new(),
            flags: self.flags(),
            in_force_from: Some(from),
            in_force_to: place.day_maybe(self.to.as_deref())?,
            supplements: vec![known.rules.at_intake.clone(), after_appraisal],
            cut_offs: known.rules.cut_offs.clone(),
            form: None,
        })
    }

    fn flags(&self) -> Flags {
        Flags {
            is_full_online: self.service == "full",
            is_offline_only: self.service == "information",
            is_non_territorial: self.is_border_free,
            ..Flags::default()
        }
    }

    fn service_level(&self, place: Place<'_>) -> Result<ServiceLevel, CityError> {
        match self.service.as_str() {
            "full" => Ok(ServiceLevel::FullProcess),
            "partial" => Ok(ServiceLevel::Partial),
            "information" => Ok(ServiceLevel::InformationOnly),
            other => Err(place.error(format!("service `{other}`: write full, partial or information"))),
        }
    }

    fn channels(&self, place: Place<'_>) -> Result<Vec<ChannelEntry>, CityError> {
        let mut channels: Vec<ChannelEntry> = Vec::new();
        for way in &self.way {
            let limit = place.limit(&way.limit)?;
            let charges = way
                .charges
                .iter()
                .map(|charge| charge.read(place))
                .collect::<Result<Vec<_>, _>>()?;
            for name in &way.by {
                let channel: Channel = name.parse().map_err(|_| {
                    place.error(format!(
                        "`{name}` is no channel: write online, counter or public_post"
                    ))
                })?;
                if channels.iter().any(|known| known.channel == channel) {
                    return Err(place.error(format!(
                        "{name} has two limits: write the cases as [[procedure.variant]]"
                    )));
                }
                channels.push(ChannelEntry {
                    channel,
                    limit: limit.clone(),
                    charges: charges.clone(),
                    note: way.note.clone(),
                });
            }
        }
        if channels.is_empty() {
            return Err(place.error("has no way of filing: write a [[procedure.way]] with its limit"));
        }
        Ok(channels)
    }

    fn variants(&self, place: Place<'_>) -> Result<Vec<CaseVariant>, CityError> {
        let read = |variant: &Variant| -> Result<CaseVariant, CityError> {
            let limit: TimeLimit = place.limit(&variant.limit)?;
            Ok(CaseVariant {
                code: Some(variant.id.clone()),
                name: variant.vi.clone(),
                limit,
            })
        };
        self.variant.iter().map(read).collect()
    }

    fn papers(&self, place: Place<'_>) -> Result<Vec<Paper>, CityError> {
        let mut papers: Vec<Paper> = Vec::new();
        for entry in &self.paper {
            if papers.iter().any(|paper| paper.id == entry.id) {
                return Err(place.error(format!("two papers have the id `{}`", entry.id)));
            }
            papers.push(Paper {
                id: entry.id.clone(),
                name: place.bilingual(&entry.vi, &entry.en)?,
                originals: entry.originals,
                copies: entry.copies,
                is_required: entry.is_required,
                variants: self.variants_of(place, entry)?,
                grounds: grounds(place, &entry.grounds)?,
                only_for: entry
                    .only_for
                    .as_ref()
                    .map(|words| place.words(words))
                    .transpose()?,
            });
        }
        Ok(papers)
    }

    /// The cases that a paper belongs to, each of which the procedure has.
    fn variants_of(&self, place: Place<'_>, entry: &PaperEntry) -> Result<Vec<String>, CityError> {
        let unknown = entry
            .variants
            .iter()
            .find(|of| !self.variant.iter().any(|known| known.id == **of));
        match unknown {
            None => Ok(entry.variants.clone()),
            Some(unknown) => Err(place.error(format!(
                "the paper `{}` belongs to the case `{unknown}`, which is no [[procedure.variant]]",
                entry.id
            ))),
        }
    }
}

fn grounds(place: Place<'_>, names: &[String]) -> Result<Vec<GroundForActing>, CityError> {
    let read = |name: &String| match name.as_str() {
        "own" => Ok(GroundForActing::Own),
        "parent" => Ok(GroundForActing::Parent),
        "guardian" => Ok(GroundForActing::Guardian),
        "mandate" => Ok(GroundForActing::Mandate),
        other => Err(place.error(format!(
            "ground `{other}`: write own, parent, guardian or mandate, the usual one first"
        ))),
    };
    names.iter().map(read).collect()
}

impl Entry {
    fn outcomes(&self, place: Place<'_>) -> Result<Vec<OutcomeKind>, CityError> {
        if self.outcome.is_empty() {
            return Err(place.error("has no result: write an [[procedure.outcome]] with its national code"));
        }
        let read = |entry: &OutcomeEntry| OutcomeKind {
            code: Some(OutcomeCode::new(&entry.code)),
            name: entry.vi.clone(),
        };
        Ok(self.outcome.iter().map(read).collect())
    }

    fn tie_form(
        &self,
        place: Place<'_>,
        rules: &CityRules,
        forms: &mut Forms,
        papers: &[Paper],
    ) -> Result<motcua_domain::id::FormId, CityError> {
        let (name, procedure) = match &self.form {
            Some(own) => (own, None),
            None => (&rules.default_form, Some(self.code.as_str())),
        };
        forms
            .tie(name, procedure, papers)
            .ok_or_else(|| place.error(format!("uses the form `{name}`, which no file in forms/ has")))
    }
}

impl ChargeEntry {
    fn read(&self, place: Place<'_>) -> Result<Charge, CityError> {
        let kind = match self.kind.as_str() {
            "fee" => ChargeKind::Fee,
            "levy" => ChargeKind::Levy,
            "price" => ChargeKind::Price,
            other => return Err(place.error(format!("charge of kind `{other}`: write fee, levy or price"))),
        };
        let amount = match (self.vnd, self.usd) {
            (Some(dong), None) if dong >= 0 => Money::Vnd(Dong::new(dong)),
            (None, Some(dollars)) if dollars >= 0 => Money::Usd(dollars),
            _ => return Err(place.error("a charge has `vnd` or `usd`, a whole number of at least 0")),
        };
        let per_what = match self.per.as_deref() {
            None | Some("case") => PerWhat::Case,
            Some("page") => PerWhat::Page,
            Some("copy") => PerWhat::Copy,
            Some("person") => PerWhat::Person,
            Some("event") => PerWhat::Event,
            Some("vehicle") => PerWhat::Vehicle,
            Some("site") => PerWhat::Site,
            Some(other) => {
                return Err(place.error(format!(
                    "per `{other}`: write case, page, copy, person, event, vehicle or site"
                )));
            }
        };
        Ok(Charge {
            kind,
            amount: Some(amount),
            per_what: Some(per_what),
            tier: None,
            case_variant: None,
            exempt_groups: Vec::new(),
            reduced_groups: Vec::new(),
            from: None,
            to: None,
            legal_basis: self.basis.clone(),
            collected_at: None,
            raw_text: self.note.clone(),
            confirmed_by: None,
        })
    }
}

fn requirement_groups(papers: &[Paper], entries: &[PaperEntry]) -> Vec<RequirementGroup> {
    if papers.is_empty() {
        return Vec::new();
    }
    let requirements = papers
        .iter()
        .zip(entries)
        .map(|(paper, entry)| Requirement {
            component_code: entry.code.as_ref().map(ComponentCode::new),
            name: paper.name.vi.clone(),
            originals: paper.originals,
            copies: paper.copies,
            has_e_form: false,
            is_result_of_other: false,
            forms: Vec::new(),
        })
        .collect();
    vec![RequirementGroup {
        name: String::new(),
        requirements,
    }]
}

fn level(place: Place<'_>, name: &str) -> Result<AuthorityLevel, CityError> {
    match name {
        "ministry" => Ok(AuthorityLevel::Ministry),
        "province" => Ok(AuthorityLevel::Province),
        "commune" => Ok(AuthorityLevel::Commune),
        "other" => Ok(AuthorityLevel::Other),
        other => Err(place.error(format!(
            "level `{other}`: write ministry, province, commune or other"
        ))),
    }
}

/// The national list of who may apply; its codes mix Đ and D and are compared as given (`domain.md` 13.4).
fn audience(place: Place<'_>, code: &str) -> Result<Audience, CityError> {
    let name = match code {
        "ĐT1" => "Công dân Việt Nam",
        "ĐT2" => "Doanh nghiệp",
        "ĐT3" => "Người nước ngoài cư trú tại Việt Nam",
        "ĐT4" => "Người nước ngoài",
        "ĐT5" => "Đảng viên",
        "ĐT6" => "Tổ chức Đảng",
        "ĐT7" => "Tổ chức nước ngoài",
        "ĐT8" => "Doanh nghiệp Việt Nam",
        "ĐT9" => "Tổ chức (không bao gồm doanh nghiệp, HTX)",
        "ĐT10" => "Doanh nghiệp có vốn đầu tư nước ngoài",
        "DT11" => "Hợp tác xã",
        "DT12" => "Người Việt Nam định cư ở nước ngoài",
        "DT13" => "Cán bộ, công chức, viên chức",
        other => {
            return Err(place.error(format!(
                "`{other}` is no code of who may apply: see `audiences` elsewhere"
            )));
        }
    };
    Ok(Audience {
        code: code.to_owned(),
        name: name.to_owned(),
    })
}
