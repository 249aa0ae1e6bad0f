//! What goes on while a case is appraised (T10, T11, T15): opinions, visits, posting, financial duty.

use super::{check, dues};
use crate::access::Role;
use crate::case::sample::{
    Story, accepted_with, agency, at, command, examine, note, officer, other_agency, staff,
};
use crate::case::{
    Activity, Command, CommandKind, Finding, OpinionRule, Party, Refusal, Rules, Silence, Step,
    SupplementEffect, VisitRecord, WithoutOpinion, available,
};
use crate::id::FileId;
use crate::money::Dong;
use crate::time::{ExclusionGround, Instant, TimeLimit};

const RESTART: SupplementEffect = SupplementEffect::Restart;

fn appraised_under(change: impl FnOnce(&mut Rules)) -> Story {
    accepted_with(change)
        .then(at(0, "11:00"), Some(Role::ReceivingOfficer), &Command::HandOver)
        .then(
            at(0, "14:00"),
            Some(Role::DivisionHead),
            &Command::Assign {
                specialist: staff(Role::Specialist),
            },
        )
}

/// By the specialist.
fn by_specialist(story: Story, when: Instant, kind: CommandKind) -> Story {
    story.then(when, Some(Role::Specialist), &command(kind))
}

fn says(agrees: bool, words: bool) -> Command {
    Command::GiveOpinion {
        consultation: 0,
        agrees,
        text: words.then(|| note(30)),
    }
}

#[test]
fn an_examination_judges_every_condition_of_the_case_once_and_no_other() {
    let story = Story::in_appraisal(SupplementEffect::Restart);
    let finding = |condition: &str| Finding {
        condition: condition.to_owned(),
        met: true,
    };
    for findings in [
        vec![],
        vec![finding("bogus")],
        vec![finding("neighbours-agree"), finding("bogus")],
        vec![finding("neighbours-agree"), finding("neighbours-agree")],
    ] {
        assert_eq!(
            story.attempt(at(1, "08:00"), &Command::Examine { findings }),
            Err(Refusal::NotExamined)
        );
    }
}

#[test]
fn another_body_is_asked_about_something_once_at_a_time_and_never_the_agency_itself() {
    let story = Story::in_appraisal(RESTART);
    let ask = |of, content| Command::AskOpinion {
        of,
        content,
        limit: TimeLimit::WorkingDays(2),
    };
    check(
        &story,
        (at(1, "08:00"), &ask(agency(), Some(note(1)))),
        Err("own-agency"),
    );
    check(
        &story,
        (at(1, "08:00"), &ask(other_agency(), None)),
        Err("reason-missing"),
    );
    check(
        &story,
        (at(1, "08:00"), &ask(other_agency(), Some(note(1)))),
        Ok(&["opinion_asked"]),
    );
    let asked = by_specialist(story, at(1, "08:00"), CommandKind::AskOpinion);
    check(
        &asked,
        (at(1, "09:00"), &ask(other_agency(), Some(note(1)))),
        Err("already-asked"),
    );
    let case = asked.case().unwrap();
    assert_eq!(
        case.relations.agencies,
        [other_agency()],
        "it may read what it was asked about"
    );
    assert_eq!(case.consultations[0].due.at, at(3, "08:00"));
    let answered = asked.then(at(2, "08:00"), Some(Role::Specialist), &says(true, false));
    check(
        &answered,
        (at(2, "09:00"), &ask(other_agency(), Some(note(1)))),
        Ok(&["opinion_asked"]),
    );
}

#[test]
fn opinions_come_in_versions_and_disagreement_in_words() {
    let asked = by_specialist(
        Story::in_appraisal(RESTART),
        at(1, "08:00"),
        CommandKind::AskOpinion,
    );
    check(
        &asked,
        (at(1, "09:00"), &says(false, false)),
        Err("reason-missing"),
    );
    let nobody = Command::GiveOpinion {
        consultation: 1,
        agrees: true,
        text: None,
    };
    check(&asked, (at(1, "09:00"), &nobody), Err("no-such-consultation"));
    let twice = asked
        .then(at(2, "08:00"), Some(Role::Specialist), &says(false, true))
        .then(at(3, "08:00"), Some(Role::Specialist), &says(true, false));
    let case = twice.case().unwrap();
    let versions: Vec<bool> = case.consultations[0]
        .opinions
        .iter()
        .map(|said| said.agrees)
        .collect();
    assert_eq!(versions, [false, true], "the earlier one is not erased");
}

#[test]
fn no_result_is_drafted_or_signed_while_an_opinion_is_out_unless_on_a_ground() {
    let asked = by_specialist(
        Story::in_appraisal(RESTART),
        at(1, "08:00"),
        CommandKind::AskOpinion,
    )
    .then(at(1, "08:00"), Some(Role::Specialist), &examine(true));
    let draft = command(CommandKind::DraftOutcome);
    check(&asked, (at(1, "09:00"), &draft), Err("still-goes-on"));
    let groundless = Command::ProceedWithoutOpinion {
        consultation: 0,
        ground: None,
    };
    check(&asked, (at(1, "09:00"), &groundless), Err("reason-missing"));
    let waived = by_specialist(asked, at(1, "09:00"), CommandKind::ProceedWithoutOpinion);
    assert_eq!(
        waived.case().unwrap().consultations[0].ended,
        Some(WithoutOpinion::Waived(note(11)))
    );
    check(&waived, (at(1, "10:00"), &draft), Ok(&["outcome_drafted"]));
    check(
        &waived,
        (at(1, "10:00"), &says(true, false)),
        Err("consultation-over"),
    );
}

#[test]
fn silence_is_consent_only_where_a_text_says_so_and_only_after_its_day() {
    let take = Command::TakeSilence { consultation: 0 };
    let waits = by_specialist(
        Story::in_appraisal(RESTART),
        at(1, "08:00"),
        CommandKind::AskOpinion,
    );
    check(&waits, (at(20, "08:00"), &take), Err("silence-is-no-consent"));
    let consents = by_specialist(
        appraised_under(|rules| {
            rules.opinions = OpinionRule {
                silence: Silence::Consents,
                legal_basis: "CAT 1.013225".to_owned(),
            }
        }),
        at(1, "08:00"),
        CommandKind::AskOpinion,
    );
    check(&consents, (at(3, "08:00"), &take), Err("still-time"));
    check(&consents, (at(3, "08:01"), &take), Ok(&["silence_taken"]));
    let answered = consents
        .clone()
        .then(at(2, "08:00"), Some(Role::Specialist), &says(false, true));
    check(&answered, (at(3, "08:01"), &take), Err("consultation-over"));
    let taken = consents.then(at(3, "08:01"), Some(Role::Specialist), &take);
    check(&taken, (at(3, "09:00"), &take), Err("consultation-over"));
    check(
        &taken,
        (at(3, "09:00"), &says(false, true)),
        Err("consultation-over"),
    );
}

#[test]
fn the_time_of_an_activity_is_excluded_only_where_the_rules_say_so() {
    let activities = [
        (
            ExclusionGround::OpinionAwaited,
            command(CommandKind::AskOpinion),
            command(CommandKind::GiveOpinion),
        ),
        (
            ExclusionGround::FieldVerification,
            Command::PlanVisit {
                at: at(2, "08:00"),
                place: Some(note(12)),
            },
            command(CommandKind::RecordVisit),
        ),
        (
            ExclusionGround::PublicPosting,
            Command::PostPublicly {
                period: TimeLimit::CalendarDays(1),
                content: Some(note(15)),
            },
            command(CommandKind::EndPosting),
        ),
    ];
    for (ground, begin, end) in &activities {
        for excluded in ExclusionGround::ALL {
            let story = appraised_under(|rules| rules.excluded = vec![excluded]).then(
                at(1, "08:00"),
                Some(Role::Specialist),
                begin,
            );
            assert_eq!(
                story.case().unwrap().is_paused(),
                excluded == *ground,
                "{begin:?}"
            );
            let ended = story.then(at(3, "08:00"), Some(Role::Specialist), end);
            let due = if excluded == *ground {
                at(9, "10:00")
            } else {
                at(7, "10:00")
            };
            assert_eq!(dues(&ended), (due, at(7, "10:00")), "{begin:?} {excluded:?}");
        }
    }
}

#[test]
fn excluded_time_ends_with_the_last_body_that_answers() {
    let second = |consultation| Command::GiveOpinion {
        consultation,
        agrees: true,
        text: None,
    };
    let story = appraised_under(|rules| rules.excluded = vec![ExclusionGround::OpinionAwaited])
        .then(
            at(1, "08:00"),
            Some(Role::Specialist),
            &command(CommandKind::AskOpinion),
        )
        .then(
            at(1, "08:00"),
            Some(Role::Specialist),
            &Command::AskOpinion {
                of: crate::id::UnitCode::new("48.ca"),
                content: Some(note(10)),
                limit: TimeLimit::WorkingDays(2),
            },
        )
        .then(at(2, "08:00"), Some(Role::Specialist), &second(1));
    assert!(story.case().unwrap().is_paused());
    let both = story.then(at(3, "08:00"), Some(Role::Specialist), &second(0));
    assert_eq!(dues(&both).0, at(9, "10:00"));
}

#[test]
fn a_visit_is_planned_ahead_and_its_record_says_where_who_and_what() {
    let story = Story::in_appraisal(RESTART);
    let plan = |when, place| Command::PlanVisit { at: when, place };
    check(
        &story,
        (at(1, "08:00"), &plan(at(1, "08:00"), Some(note(1)))),
        Err("not-in-the-future"),
    );
    check(
        &story,
        (at(1, "08:00"), &plan(at(2, "08:00"), None)),
        Err("reason-missing"),
    );
    let planned = story.clone().then(
        at(1, "08:00"),
        Some(Role::Specialist),
        &plan(at(2, "08:00"), Some(note(1))),
    );
    assert_eq!(planned.case().unwrap().activities(), [Activity::FieldCheck]);
    let record = |visited_at, found| Command::RecordVisit {
        visited_at,
        record: VisitRecord {
            place: Some(note(1)),
            attended: Some(note(2)),
            found,
        },
    };
    check(
        &planned,
        (at(2, "09:00"), &record(at(2, "10:00"), Some(note(3)))),
        Err("in-the-future"),
    );
    check(
        &planned,
        (at(2, "11:00"), &record(at(2, "10:00"), None)),
        Err("reason-missing"),
    );
    let visited = planned.then(
        at(2, "11:00"),
        Some(Role::Specialist),
        &record(at(2, "10:00"), Some(note(3))),
    );
    let case = visited.case().unwrap();
    assert_eq!(case.visits.len(), 1, "the record answers the plan");
    assert_eq!((case.visits[0].at, case.activities().len()), (at(2, "10:00"), 0));
    // A visit that nobody planned stands for itself.
    check(
        &story,
        (at(2, "11:00"), &record(at(2, "10:00"), Some(note(3)))),
        Ok(&["visit_recorded"]),
    );
}

#[test]
fn a_posting_hangs_its_whole_time_and_objections_are_written_down() {
    let end = |objections, note| Command::EndPosting { objections, note };
    let story = Story::in_appraisal(RESTART);
    check(&story, (at(1, "08:00"), &end(0, None)), Err("nothing-posted"));
    let posted = by_specialist(story, at(0, "15:00"), CommandKind::PostPublicly);
    let until = posted.case().unwrap().postings[0].until.at;
    assert_eq!(until.day(), at(15, "15:00").day());
    check(&posted, (until.plus_millis(-1), &end(0, None)), Err("still-time"));
    check(&posted, (until, &end(2, None)), Err("reason-missing"));
    check(&posted, (until, &end(2, Some(note(1)))), Ok(&["posting_ended"]));
    check(&posted, (until, &end(0, None)), Ok(&["posting_ended"]));
}

#[test]
fn a_financial_duty_stops_the_clock_until_the_proof_comes_not_until_it_is_looked_at() {
    let asked = by_specialist(
        Story::in_appraisal(RESTART),
        at(1, "08:00"),
        CommandKind::AskFinancialDuty,
    );
    let prove = Command::ProveDuty {
        file: FileId::new(uuid::Uuid::from_u128(20)),
    };
    let case = asked.case().unwrap();
    assert_eq!((case.step, case.national().code()), (Step::FinancialDuty, 6));
    assert!(case.is_paused());
    check(&asked, (at(1, "09:00"), &prove), Err("duty-not-notified"));
    check(
        &asked,
        (at(1, "09:00"), &Command::ConfirmDuty),
        Err("duty-not-proved"),
    );
    let blank = Command::NotifyDuty {
        notice: " ".to_owned(),
        amount: Dong::new(1),
    };
    check(&asked, (at(1, "09:00"), &blank), Err("reason-missing"));

    let notified = by_specialist(asked, at(2, "08:00"), CommandKind::NotifyDuty);
    assert_eq!(notified.case().unwrap().in_hands_of(), Party::Applicant);
    let proved = notified.then(at(3, "08:00"), None, &prove);
    assert_eq!(proved.case().unwrap().in_hands_of(), Party::Specialist);
    let met = |day| {
        let met = by_specialist(proved.clone(), at(day, "08:00"), CommandKind::ConfirmDuty);
        assert_eq!(met.case().unwrap().step, Step::Appraisal);
        dues(&met)
    };
    assert_eq!(met(3), (at(9, "10:00"), at(7, "10:00")));
    assert_eq!(met(4), met(3), "the office's own look at it is not excluded");
}

#[test]
fn a_duty_slip_says_something() {
    let wordless = Command::AskFinancialDuty {
        to: other_agency(),
        slip: None,
    };
    check(
        &Story::in_appraisal(RESTART),
        (at(1, "08:00"), &wordless),
        Err("reason-missing"),
    );
}

#[test]
fn whoever_has_no_right_to_an_act_is_not_shown_it() {
    let story = Story::in_appraisal(RESTART);
    let context = crate::case::Context::new(at(1, "08:00"), &story.calendar);
    let shown = available(&story.case().unwrap(), &officer(Role::FinanceOfficer), &context);
    assert!(shown.iter().all(|offer| offer.kind != CommandKind::Examine));
}
