//! What a filing begins with, whatever its form asks: on what ground somebody acts, and which case of the procedure it
//! is. And what lies ahead before anything is begun: how many questions, and what need not be given.

use motcua_domain::bilingual::Bilingual;
use motcua_domain::case::{Case, GroundForActing};
use motcua_domain::form::{Answer, Answers, Facts, Filling, FormVersion, Value};
use motcua_domain::id::{DraftId, PersonId};
use motcua_domain::person::Person;
use motcua_domain::time::{Day, Instant};

use super::{OpenDraft, decode};
use crate::city::{CityProcedure, VariantOffer};
use crate::engine::{Engine, UseError};

/// The answer that says on what ground the person acts.
pub const GROUND: &str = "@ground";
/// The answer that says which case of the procedure it is.
pub const VARIANT: &str = "@variant";

/// The three persons of a case, kept apart (`domain.md` 2.2): who acts, whom it concerns, and on what ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeopleOfCase {
    /// The name of whoever acts.
    pub acting: String,
    /// The name of the person concerned; `None` where it is the same person, or not yet named.
    pub concerned: Option<String>,
    /// The ground; `None` until it is chosen.
    pub ground: Option<GroundForActing>,
}

/// What lies ahead of somebody who would file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beginning {
    /// How many stops the way has, as "Câu 2 trên 8" counts them.
    pub stops: usize,
    /// What need not be given, with the register that holds it.
    pub held: Vec<(Bilingual, Bilingual)>,
    /// Whether both are told for somebody who is signed in; else they are what everybody meets.
    pub is_for_person: bool,
    /// The draft that they have of it already, and when it was last saved.
    pub draft: Option<(DraftId, Instant)>,
}

/// The stable name of a ground, as answers and sentences have it.
pub const fn ground_name(ground: GroundForActing) -> &'static str {
    match ground {
        GroundForActing::Own => "own",
        GroundForActing::Parent => "parent",
        GroundForActing::Guardian => "guardian",
        GroundForActing::Mandate => "mandate",
    }
}

/// The ground of a stable name.
pub fn ground_from(name: &str) -> Option<GroundForActing> {
    [
        GroundForActing::Own,
        GroundForActing::Parent,
        GroundForActing::Guardian,
        GroundForActing::Mandate,
    ]
    .into_iter()
    .find(|ground| ground_name(*ground) == name)
}

impl OpenDraft {
    /// The ground that was chosen, or the only one there is.
    pub fn ground(&self) -> Option<GroundForActing> {
        let grounds = &self.procedure.grounds;
        match (self.begun(GROUND).and_then(ground_from), grounds.as_slice()) {
            (_, [only]) => Some(*only),
            (Some(chosen), _) if grounds.contains(&chosen) => Some(chosen),
            _ => None,
        }
    }

    /// The case of the procedure that was chosen, or the only one that has a name.
    pub fn variant(&self) -> Option<&VariantOffer> {
        let variants = &self.procedure.variants;
        let chosen = self.begun(VARIANT);
        match variants.as_slice() {
            // One named case stands beside the usual one: nobody says that theirs is the unusual one by filing.
            [_] => None,
            _ => variants
                .iter()
                .find(|variant| Some(variant.name.as_str()) == chosen),
        }
    }

    fn begun(&self, name: &str) -> Option<&str> {
        match self.answers.get(name) {
            Some(Answer::Text(text)) if !text.is_empty() => Some(text),
            _ => None,
        }
    }

    /// The answers that are sent: those of the form that belong to this case, and what the filing began with, because
    /// the form's conditions look at it too.
    pub fn answers_to_send(&self, today: Day) -> Answers {
        let mut answers = self.filling(today).answers_to_send();
        if let Some(ground) = self.ground() {
            answers.set(GROUND, Answer::text(ground_name(ground)));
        }
        if let Some(variant) = self.variant() {
            answers.set(VARIANT, Answer::text(variant.name.as_str()));
        }
        answers
    }

    /// The three persons, as far as they are known.
    pub fn people(&self, person: &Person, today: Day) -> PeopleOfCase {
        let ground = self.ground();
        PeopleOfCase {
            acting: person.name.clone(),
            concerned: ground
                .filter(|ground| *ground != GroundForActing::Own)
                .and_then(|_| concerned(&self.procedure, &self.filling(today))),
            ground,
        }
    }

    /// What need not be given on `today`, in the order of asking, with the register that holds it.
    pub fn held(&self, today: Day) -> Vec<(Bilingual, Bilingual)> {
        let filling = self.filling(today);
        filling
            .visible_questions()
            .filter(|question| filling.held(question).is_some())
            .filter_map(|question| {
                let by = question.held_by.as_ref()?;
                Some((question.short.clone(), by.register.clone()))
            })
            .collect()
    }
}

/// The name of the person concerned, as the form's answers have it.
fn concerned(procedure: &CityProcedure, filling: &Filling<'_>) -> Option<String> {
    let question = filling.form.question(procedure.concerned.as_deref()?)?;
    match filling.value(question)? {
        Value::Name(name) | Value::Text(name) => Some(name),
        _ => None,
    }
}

/// What registers could hold: everything that the form's questions name.
fn could_be_held(form: &FormVersion) -> Vec<(Bilingual, Bilingual)> {
    form.questions()
        .filter_map(|question| {
            let by = question.held_by.as_ref()?;
            Some((question.short.clone(), by.register.clone()))
        })
        .collect()
}

impl Engine {
    /// What lies ahead of a person who would file a procedure; of anybody, where nobody is signed in. The question
    /// pages count and hold the same: it is the same draft that is asked.
    ///
    /// # Errors
    /// Not found if the procedure cannot be filed here.
    pub fn beginning(&self, person: Option<&Person>, code: &str) -> Result<Beginning, UseError> {
        let today = self.clock.now().day();
        let Some(person) = person else {
            let nobody = PersonId::new(self.chance.id(self.clock.now()));
            let draft = self.open_row(self.new_draft(nobody, code)?, Facts::new())?;
            return Ok(Beginning {
                stops: draft.stops(today).len(),
                held: could_be_held(&draft.form),
                is_for_person: false,
                draft: None,
            });
        };
        let known = self.draft_of(person.id, code)?;
        let kept = known.as_ref().map(|row| (row.id, row.saved_at));
        let row = known.map_or_else(|| self.new_draft(person.id, code), Ok)?;
        let draft = self.open_row(row, self.facts_about(person))?;
        Ok(Beginning {
            stops: draft.stops(today).len(),
            held: draft.held(today),
            is_for_person: true,
            draft: kept,
        })
    }

    /// Saves on what ground the person acts.
    ///
    /// # Errors
    /// Unusable if the procedure is not filed on this ground.
    pub fn choose_ground(&self, person: &Person, id: DraftId, ground: &str) -> Result<(), UseError> {
        self.update_draft(person, id, |draft| {
            ground_from(ground)
                .filter(|ground| draft.procedure.grounds.contains(ground))
                .ok_or(UseError::Unusable("ground-unknown"))?;
            draft.answers.set(GROUND, Answer::text(ground));
            Ok(())
        })
    }

    /// Saves which case of the procedure it is.
    ///
    /// # Errors
    /// Unusable if the procedure has no such case.
    pub fn choose_variant(&self, person: &Person, id: DraftId, variant: &str) -> Result<(), UseError> {
        self.update_draft(person, id, |draft| {
            if !draft.procedure.variants.iter().any(|known| known.name == variant) {
                return Err(UseError::Unusable("variant-unknown"));
            }
            draft.answers.set(VARIANT, Answer::text(variant));
            Ok(())
        })
    }

    /// Which case of its procedure a case that was sent is, where there are several.
    pub(crate) fn variant_of(&self, case: &Case) -> Result<Option<VariantOffer>, UseError> {
        let procedure = self
            .city
            .procedure(crate::rows::procedure_of(case.version.as_str()));
        let (Some(procedure), Some((_, answers))) = (procedure, self.store.answers(case.answers)?) else {
            return Ok(None);
        };
        let answers: Answers = decode(&answers)?;
        let chosen = answers.get(VARIANT);
        let is_it = |variant: &&VariantOffer| chosen == Some(&Answer::text(variant.name.as_str()));
        Ok(procedure.variants.iter().find(is_it).cloned())
    }

    /// The three persons of a case that was sent.
    pub(crate) fn people_of(&self, case: &Case) -> Result<PeopleOfCase, UseError> {
        let acting = self.store.person(case.relations.applicant)?;
        let ground = case.ground;
        let procedure = self
            .city
            .procedure(crate::rows::procedure_of(case.version.as_str()));
        let found = match (procedure, self.store.answers(case.answers)?) {
            (Some(procedure), Some((form, answers))) if ground != GroundForActing::Own => {
                let answers: Answers = decode(&answers)?;
                let facts = Facts::new();
                self.city.form(&form).and_then(|form| {
                    concerned(procedure, &form.filling(&answers, &facts, case.sent_at.day()))
                })
            }
            _ => None,
        };
        Ok(PeopleOfCase {
            acting: acting.map(|person| person.name).unwrap_or_default(),
            concerned: found,
            ground: Some(ground),
        })
    }
}
