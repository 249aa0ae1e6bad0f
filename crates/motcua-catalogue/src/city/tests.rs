//! The demonstration city is whole, its forms ask what the law asks, and a broken folder says what is wrong.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::LazyLock;

use motcua_domain::access::Role;
use motcua_domain::catalogue::{CutOffUse, Money, PolicyEffect};
use motcua_domain::channel::Channel;
use motcua_domain::form::{Answer, Answers, Facts, Filling, ProblemCode, carry_over};
use motcua_domain::unit::UnitKind;

use super::*;

static CITY: LazyLock<City> = LazyLock::new(|| read_embedded().unwrap());

/// Appendix A of the handbook.
const CODES: &str = "\
1.001193 1.000656 1.000894 1.001022 1.004873 1.004859 1.004837 1.004884 1.000689 2.000635 2.002516 2.000806 2.000528
2.000815 2.000884 2.000908 2.001035 2.001019 2.001406
1.004222 1.004194 1.002755 1.010038 1.010041 1.003197 1.010039 2.001159 1.003677 1.014061 1.014062 1.014063 1.014064
3.000228 3.000498 3.000333 3.000348 3.000347 1.012575 1.013076 1.013080 1.001456 1.001445 1.003460 1.001146 3.000489
1.013978 1.012753 1.012783 1.012784 1.012786 1.012790 1.013980 1.013823 1.012812 1.011441 1.011443
1.013225 1.013227 1.013229 1.013236 1.014159 1.014632 1.012906 1.012910 1.013274 1.002693 1.000703 2.002288
1.001612 2.000720 1.001570 1.001266 2.000575 2.001583 2.001610 1.005280
2.001827 1.010727 1.010733 1.004122 2.001738 1.001662 1.004756 2.001064 1.001686 1.004359 1.003650
1.011607 2.001263 2.000829 2.000821 2.000950";

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn today() -> Day {
    day("2026-11-24")
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../city")
}

fn birth() -> &'static FormVersion {
    CITY.form_for(CITY.procedure("1.001193").unwrap(), today())
        .unwrap()
}

fn mother() -> &'static ResidentPersona {
    CITY.residents
        .iter()
        .find(|resident| resident.id == "me")
        .unwrap()
}

fn visible(filling: &Filling<'_>) -> Vec<String> {
    filling
        .visible_questions()
        .map(|question| question.id.clone())
        .collect()
}

#[test]
fn all_ninety_two_procedures_are_there_and_the_bees() {
    let wanted: BTreeSet<&str> = CODES.split_whitespace().collect();
    assert_eq!(wanted.len(), 92);
    let found: BTreeSet<&str> = CITY
        .procedures
        .iter()
        .filter(|entry| !entry.is_invented)
        .map(|entry| entry.version.code.as_str())
        .collect();
    assert_eq!(found, wanted);
    assert_eq!(CITY.procedures.len(), 93);
}

#[test]
fn ninety_four_communes_are_twenty_three_wards_seventy_communes_and_one_special_zone() {
    let count = |kind| CITY.units.on(today()).filter(|unit| unit.kind == kind).count();
    assert_eq!(CITY.units.communes(today()).count(), 94);
    assert_eq!(
        (
            count(UnitKind::Ward),
            count(UnitKind::RuralCommune),
            count(UnitKind::SpecialZone)
        ),
        (23, 70, 1)
    );
    assert_eq!(
        CITY.units
            .communes(today())
            .filter_map(|unit| unit.population)
            .sum::<u32>(),
        3_121_752
    );
    assert_eq!(CITY.units.communes(day("2025-06-30")).count(), 0);
}

#[test]
fn every_commune_but_the_special_zone_has_a_desk_divisions_and_police() {
    for commune in CITY.units.communes(today()) {
        let kinds: BTreeSet<UnitKind> = CITY
            .units
            .children(&commune.code, today())
            .map(|unit| unit.kind)
            .collect();
        let expected: BTreeSet<UnitKind> = if commune.kind == UnitKind::SpecialZone {
            BTreeSet::new()
        } else {
            [
                UnitKind::OneStopCentre,
                UnitKind::Division,
                UnitKind::CommunePolice,
            ]
            .into()
        };
        assert_eq!(kinds, expected, "{}", commune.code);
        assert_eq!(commune.has_desk, !expected.is_empty());
    }
    let zone = CITY
        .units
        .communes(today())
        .find(|unit| unit.kind == UnitKind::SpecialZone)
        .unwrap();
    assert_eq!(
        CITY.units.centre_of(&zone.code, today()).unwrap().code.as_str(),
        "48-ubnd.pvhcc"
    );
}

#[test]
fn units_are_called_as_the_law_calls_them() {
    let name = |code: &str| CITY.units.latest(&UnitCode::new(code)).unwrap().name.clone();
    assert_eq!(
        name("48-20242.pvhcc").vi,
        "Trung tâm Phục vụ hành chính công phường Hải Châu"
    );
    assert_eq!(
        name("48-20242.kinh-te").vi,
        "Phòng Kinh tế, Hạ tầng và Đô thị phường Hải Châu"
    );
    assert_eq!(name("48-20698.kinh-te").vi, "Phòng Kinh tế xã La Êê");
    assert_eq!(name("48-20242.cong-an").en, "Police of Hai Chau Ward");
    assert_eq!(CITY.name, Bilingual::new("Thành phố Đà Nẵng", "Da Nang City"));
}

#[test]
fn agencies_have_document_codes_of_their_own() {
    let codes: Vec<&str> = CITY
        .units
        .on(today())
        .filter(|unit| unit.kind.is_agency())
        .map(|unit| unit.document_code.as_deref().unwrap())
        .collect();
    assert!(codes.iter().all(|code| code.starts_with("H17.")));
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
}

#[test]
fn every_procedure_has_two_names_a_limit_that_can_be_counted_and_somebody_who_decides() {
    let ward = UnitCode::new("48-20242");
    let calendar = &CITY.calendars["office"];
    for entry in &CITY.procedures {
        let code = &entry.version.code;
        assert!(
            !entry.name.vi.is_empty() && !entry.name.en.is_empty() && !entry.field.en.is_empty(),
            "{code}"
        );
        assert!(entry.version.is_in_force_on(today()), "{code}");
        for channel in &entry.version.channels {
            assert!(
                calendar.due(today().midnight(), &channel.limit).is_ok(),
                "{code}: {}",
                channel.limit
            );
        }
        for variant in &entry.version.variants {
            assert!(
                calendar.due(today().midnight(), &variant.limit).is_ok(),
                "{code}: {}",
                variant.limit
            );
        }
        let competent = CITY.units.competent(&entry.competence, &ward, today());
        assert!(competent.is_some(), "{code}");
        assert!(
            !entry.conditions.is_empty() && !entry.outcomes.is_empty(),
            "{code}"
        );
        assert_eq!(entry.version.supplements.len(), 2, "{code}");
        assert!(entry.version.cut_off(CutOffUse::HandOver).is_some(), "{code}");
        assert!(CITY.form_for(entry, today()).is_some(), "{code}");
    }
}

#[test]
fn what_the_record_leaves_open_is_settled_with_a_mark_and_a_reason() {
    let limit = |code: &str| {
        let entry = CITY.procedure(code).unwrap();
        let settled = entry.settled.as_ref().unwrap();
        assert!(!settled.note.is_empty());
        assert!(
            entry
                .version
                .channels
                .iter()
                .all(|channel| channel.limit == settled.limit),
            "{code}"
        );
        (settled.limit.clone(), settled.mark)
    };
    assert_eq!(limit("1.001193"), (TimeLimit::SameDay, Mark::Read));
    assert_eq!(limit("1.001022"), (TimeLimit::WorkingDays(3), Mark::Designed));
    assert_eq!(limit("2.001159"), (TimeLimit::ElapsedHours(1), Mark::Designed));
    assert_eq!(limit("1.013236"), (TimeLimit::CalendarDays(10), Mark::Read));
    let every: Vec<&CityProcedure> = CITY
        .procedures
        .iter()
        .filter(|entry| entry.settled.is_some())
        .collect();
    for entry in every {
        limit(entry.version.code.as_str());
    }
}

#[test]
fn days_of_the_law_are_not_taken_for_working_days() {
    let limits = |code: &str| CITY.procedure(code).unwrap().version.channels[0].limit.clone();
    assert_eq!(limits("3.000333"), TimeLimit::CalendarDays(10));
    assert_eq!(limits("1.004873"), TimeLimit::WorkingDays(3));
    assert_eq!(limits("1.011607"), TimeLimit::CalendarDays(15));
}

#[test]
fn fees_are_those_of_the_text_where_the_field_errs() {
    let fee = |code: &str, channel| {
        let entry = CITY.procedure(code).unwrap();
        entry.version.entries(channel).next().unwrap().charges[0]
            .amount
            .unwrap()
    };
    let dong = |amount| Money::Vnd(motcua_domain::money::Dong::new(amount));
    assert_eq!(fee("2.001827", Channel::Online), dong(700_000));
    assert_eq!(fee("2.001610", Channel::Online), dong(100_000));
    assert_eq!(fee("1.004222", Channel::Online), dong(10_000));
    assert_eq!(fee("1.004222", Channel::Counter), dong(20_000));
    assert_eq!(fee("1.003460", Channel::Counter), Money::Usd(145));
    assert_eq!(
        fee("1.001193", Channel::Online),
        Money::Vnd(motcua_domain::money::Dong::ZERO)
    );
}

#[test]
fn supplements_restart_the_limit_unless_sector_law_says_otherwise() {
    let after = |code: &str| CITY.procedure(code).unwrap().version.supplements[1].clone();
    let usual = after("1.001193");
    assert_eq!(
        (usual.effect, usual.ask_within, usual.rounds_max),
        (PolicyEffect::Restart, TimeLimit::WorkingDays(3), 1)
    );
    let permit = after("1.013225");
    assert_eq!(
        (permit.ask_within, permit.rounds_max),
        (TimeLimit::WorkingDays(7), 3)
    );
    assert_eq!(
        after("2.000829").applicant_window,
        Some(TimeLimit::WorkingDays(5))
    );
}

#[test]
fn every_role_has_somebody_and_the_main_cast_serves_hai_chau() {
    let held: BTreeSet<Role> = CITY
        .staff
        .iter()
        .flat_map(|persona| persona.roles.clone())
        .collect();
    assert_eq!(held, Role::ALL.into_iter().collect());
    for role in [
        Role::ReceivingOfficer,
        Role::Specialist,
        Role::DivisionHead,
        Role::Head,
        Role::Clerk,
        Role::ReturningOfficer,
    ] {
        let first = CITY
            .staff
            .iter()
            .find(|persona| persona.roles.contains(&role))
            .unwrap();
        assert_eq!(first.agency.as_str(), "48-20242", "{role:?}");
    }
}

#[test]
fn there_are_names_to_invent_people_from() {
    assert_eq!((CITY.names.male.len(), CITY.names.female.len()), (60, 60));
    assert!(CITY.names.surnames.len() >= 30);
}

#[test]
fn what_is_built_in_is_what_lies_in_the_folder() {
    let built_in: BTreeSet<&str> = EMBEDDED_FILES.iter().map(|(path, _)| *path).collect();
    let source = source::from_dir(&folder()).unwrap();
    let lying: BTreeSet<&str> = ["forms", "procedures"]
        .iter()
        .flat_map(|place| source.files_in(place))
        .collect();
    assert!(
        lying.is_subset(&built_in),
        "not built in: {:?}",
        lying.difference(&built_in).collect::<Vec<_>>()
    );
    for (path, text) in EMBEDDED_FILES {
        assert_eq!(source.text(path).unwrap(), *text, "{path}");
    }
    assert_eq!(read(&folder()).unwrap().procedures, CITY.procedures);
}

#[test]
fn the_mother_of_a_new_born_is_asked_only_what_nobody_knows() {
    let answers = Answers::new();
    let filling = birth().filling(&answers, &mother().facts, today());
    let asked: Vec<&str> = filling.pages().map(|page| page.id.as_str()).collect();
    assert_eq!(
        asked,
        [
            "ten-be",
            "que-quan",
            "dan-toc",
            "quoc-tich",
            "ban-sao",
            "nhan-ket-qua"
        ]
    );
}

#[test]
fn a_stranger_to_every_register_is_asked_everything() {
    let (answers, facts) = (Answers::new(), Facts::new());
    let filling = birth().filling(&answers, &facts, today());
    assert_eq!(filling.pages().count(), 15);
    assert!(
        filling
            .validate_all()
            .iter()
            .all(|problem| problem.code == ProblemCode::Missing)
    );
}

#[test]
fn the_father_is_asked_for_only_if_there_is_one_in_law() {
    let facts = Facts::new();
    let has_father = |answers: &Answers| {
        visible(&birth().filling(answers, &facts, today())).contains(&"father_name".to_owned())
    };
    let married = Answers::new().with("married", Answer::text("yes"));
    let unmarried = Answers::new().with("married", Answer::text("no"));
    assert!(has_father(&married));
    assert!(!has_father(&unmarried));
    assert!(has_father(
        &unmarried.clone().with("father_known", Answer::text("yes"))
    ));
    assert!(!has_father(&unmarried.with("father_known", Answer::text("no"))));
}

#[test]
fn an_address_is_asked_only_if_the_result_goes_by_post() {
    let facts = Facts::new();
    for (way, asked) in [("electronic", false), ("desk", false), ("post", true)] {
        let answers = Answers::new().with("return_way", Answer::text(way));
        assert_eq!(
            visible(&birth().filling(&answers, &facts, today())).contains(&"return_address".to_owned()),
            asked
        );
    }
}

#[test]
fn a_birth_tomorrow_is_refused_in_the_words_of_the_form() {
    let facts = Facts::new();
    let answers = Answers::new().with("child_born_on", Answer::date("28", "11", "2026"));
    let filling = birth().filling(&answers, &facts, today());
    let problem = &filling.validate_page(birth().page("ngay-sinh").unwrap())[0];
    assert_eq!(problem.code, ProblemCode::InTheFuture);
    let question = birth().question("child_born_on").unwrap();
    let sentence = &question
        .errors
        .iter()
        .find(|(code, _)| *code == problem.code)
        .unwrap()
        .1;
    assert_eq!(sentence.vi, "Ngày sinh của bé phải là hôm nay hoặc trước hôm nay");
}

#[test]
fn every_required_question_has_its_own_sentence_for_a_missing_answer() {
    for form in &CITY.forms {
        for question in form
            .questions()
            .filter(|question| question.is_required && !question.id.starts_with("paper."))
        {
            let known = question
                .errors
                .iter()
                .any(|(code, _)| *code == ProblemCode::Missing);
            assert!(known, "{} {}", form.id, question.id);
        }
    }
}

#[test]
fn a_draft_of_a_birth_meets_the_new_law_field_by_field() {
    let procedure = CITY.procedure("1.001193").unwrap();
    let new = CITY.form_for(procedure, day("2027-03-01")).unwrap();
    assert_eq!(
        (birth().id.as_str(), new.id.as_str()),
        ("khai-sinh@1", "khai-sinh@2")
    );
    let answers = Answers::new()
        .with("child_name", Answer::text("Trần Nguyễn Hải An"))
        .with("child_born_at", Answer::text("06:35"))
        .with("home_town", Answer::text("Đà Nẵng"))
        .with("copies", Answer::text("2"));
    let report = carry_over(birth(), new, &answers);
    assert_eq!(report.kept, ["child_name"]);
    assert_eq!(
        report.renamed,
        [("home_town".to_owned(), "native_place".to_owned())]
    );
    assert_eq!(report.dropped, ["child_born_at", "copies"]);
    assert_eq!(report.needs_answer, ["join_bundle"]);
}

#[test]
fn the_general_form_asks_for_the_papers_of_its_procedure() {
    let form = CITY
        .form_for(CITY.procedure("1.013225").unwrap(), today())
        .unwrap();
    assert_eq!(form.id.as_str(), "chung-1.013225@1");
    let papers: Vec<&str> = form
        .questions()
        .filter_map(|question| question.id.strip_prefix("paper."))
        .collect();
    assert_eq!(papers, ["giay-to-dat", "ban-ve", "cam-ket-lien-ke"]);
    let bees = CITY
        .form_for(CITY.procedure("9.999999").unwrap(), today())
        .unwrap();
    let asked: Vec<&str> = bees.questions().map(|question| question.id.as_str()).collect();
    assert_eq!(
        (bees.id.as_str(), asked.as_slice()),
        (
            "ong@1",
            ["hives", "neighbours_agree", "paper.anh-ban-cong"].as_slice()
        )
    );
}

/// What is wrong with the demonstration city once `from` in a file reads `to`.
fn broken(path: &str, from: &str, to: &str) -> CityError {
    let source = source::embedded();
    let text = source.text(path).unwrap();
    assert!(text.contains(from), "{path} has no {from:?}");
    let text = text.replacen(from, to, 1);
    read_source(&source.with(path, text)).unwrap_err()
}

#[test]
fn a_broken_folder_says_the_file_the_place_and_what_to_do() {
    let birth = "procedures/ho-tich.toml";
    let form = "forms/khai-sinh.1.toml";
    for (path, from, to, key, says) in [
        (
            birth,
            "limit = \"same-day\"\ncharges",
            "limit = \"soon\"\ncharges",
            "1.001193",
            "`soon` is not a limit",
        ),
        (
            birth,
            "commune:van-phong",
            "commune:thien-van",
            "1.001193",
            "no commune has the division `thien-van`",
        ),
        (
            birth,
            "form = \"khai-sinh\"",
            "form = \"khai-tu\"",
            "1.001193",
            "uses the form `khai-tu`",
        ),
        (
            birth,
            "field = \"G15-TP07\"",
            "field = \"G99\"",
            "1.001193",
            "belongs to the field `G99`",
        ),
        (
            birth,
            "en = \"Birth registration\"",
            "en = \"\"",
            "1.001193",
            "empty in one language",
        ),
        (
            birth,
            "mark = \"R\"",
            "mark = \"X\"",
            "1.001193",
            "`X` is no mark",
        ),
        (
            birth,
            "code = \"1.000656\"",
            "code = \"1.001193\"",
            "1.001193",
            "stands twice",
        ),
        (
            birth,
            "by = [\"online\", \"public_post\"",
            "by = [\"online\", \"pigeon\"",
            "1.001193",
            "`pigeon` is no channel",
        ),
        (
            birth,
            "popularity = 100",
            "popularly = 100",
            "line ",
            "unknown field `popularly`",
        ),
        (
            "procedures/kinh-doanh.toml",
            "\"48-tai-chinh\"",
            "\"48-tien\"",
            "2.001583",
            "`48-tien` is no agency",
        ),
        (
            form,
            "kind = \"name\"",
            "kind = \"nickname\"",
            "child_name",
            "`nickname` is no kind of question",
        ),
        (
            form,
            "question = \"married\", is = \"no\"",
            "question = \"father_known\", is = \"no\"",
            "father_known",
            "not asked before",
        ),
        (
            form,
            "missing = {",
            "absent = {",
            "child_name",
            "`absent` is no problem",
        ),
        (
            form,
            "component = \"giay-chung-sinh\"",
            "component = \"giay-khac\"",
            "birth_notice",
            "asks for the paper `giay-khac`",
        ),
        (
            form,
            "id = \"gio-sinh\"",
            "id = \"ngay-sinh\"",
            "ngay-sinh",
            "two pages have this id",
        ),
        (
            "forms/chung.1.toml",
            "papers_after = \"noi-dung\"",
            "papers_after = \"cuoi\"",
            "chung",
            "names the page `cuoi`",
        ),
        (
            "units.toml",
            "parent = \"48-ubnd\"",
            "parent = \"48-uy-ban\"",
            "unit",
            "belongs to 48-uy-ban",
        ),
        (
            "units.toml",
            "calendar = \"office-saturday\"",
            "calendar = \"night\"",
            "48-cong-an",
            "works by the calendar `night`",
        ),
        (
            "units.toml",
            "kind = \"ward\"",
            "kind = \"thorp\"",
            "20194",
            "`thorp` is no kind of unit",
        ),
        (
            "personas.toml",
            "unit = \"48-20242.pvhcc\"",
            "unit = \"48-1.pvhcc\"",
            "tiep-nhan",
            "serves `48-1.pvhcc`",
        ),
        (
            "personas.toml",
            "\"receiving_officer\"",
            "\"king\"",
            "tiep-nhan",
            "`king` is no role",
        ),
        (
            "personas.toml",
            "personal_number = \"099",
            "personal_number = \"048",
            "me",
            "could be somebody's",
        ),
        (
            "personas.toml",
            "born_on = \"1996-05-12\"",
            "born_on = \"1995-05-12\"",
            "me",
            "another year of birth",
        ),
        (
            "rules.toml",
            "{unit}-{yymmdd}-{sequence}",
            "{unit}/{sequence}",
            "case_number",
            "is no pattern",
        ),
        (
            "rules.toml",
            "at = \"15:00\"",
            "at = \"25:00\"",
            "cut_off",
            "25:00",
        ),
        (
            "calendar/holidays.csv",
            "2015-01-01,off",
            "2015-13-01,off",
            "line ",
            "not a day",
        ),
    ] {
        let error = broken(path, from, to);
        assert_eq!(error.file(), path, "{error}");
        assert!(error.key().starts_with(key), "{error}");
        assert!(error.reason().contains(says), "{error}");
    }
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let error = read(&folder().join("nowhere")).unwrap_err();
    assert!(error.to_string().contains("cannot be read"), "{error}");
}
