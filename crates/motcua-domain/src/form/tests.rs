//! Forms: reading of answers, branches, what is held and not asked, and the way to a newer version.

use super::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn today() -> Day {
    day("2026-11-24")
}

fn question(id: &str, kind: QuestionKind) -> Question {
    Question {
        id: id.to_owned(),
        was: Vec::new(),
        kind,
        is_required: true,
        label: Bilingual::new(id, id),
        short: Bilingual::new(id, id),
        hint: None,
        errors: Vec::new(),
        show_if: None,
        held_by: None,
        legal_basis: None,
    }
}

fn choices(values: &[&str]) -> QuestionKind {
    let choice = |value: &&str| Choice {
        value: (*value).to_owned(),
        label: Bilingual::new(*value, *value),
        hint: None,
    };
    QuestionKind::Choice(values.iter().map(choice).collect())
}

fn is(question: &str, value: &str) -> Condition {
    Condition::Is {
        question: question.to_owned(),
        value: value.to_owned(),
    }
}

fn form(number: u32, questions: Vec<Question>) -> FormVersion {
    let page = |question: Question| Page {
        id: question.id.clone(),
        title: None,
        group: Bilingual::new("nhóm", "group"),
        questions: vec![question],
    };
    FormVersion {
        id: FormId::new(format!("ong@{number}")),
        name: "ong".to_owned(),
        number,
        title: Bilingual::new("Nuôi ong", "Keeping bees"),
        from: day("2026-01-01"),
        to: None,
        legal_basis: "invented".to_owned(),
        pages: questions.into_iter().map(page).collect(),
    }
}

/// Keeping bees: how many hives; neighbours, and if there are, whether they agree, and if so who.
fn bees() -> FormVersion {
    let mut agree = question("agree", choices(&["yes", "no"]));
    agree.show_if = Some(is("neighbours", "yes"));
    let mut who = question("who", QuestionKind::Name);
    who.show_if = Some(is("agree", "yes"));
    let mut keeper = question("keeper", QuestionKind::Name);
    keeper.held_by = Some(HeldBy {
        register: Bilingual::new("Dân cư", "Population"),
        fact: "person.name".to_owned(),
    });
    form(
        1,
        vec![
            keeper,
            question("hives", QuestionKind::Number { least: 1, most: 4 }),
            question("neighbours", choices(&["yes", "no"])),
            agree,
            who,
        ],
    )
}

fn read_as(kind: QuestionKind, text: &str) -> Result<Option<Value>, ProblemCode> {
    read(&question("q", kind), &Answer::text(text), today())
}

#[test]
fn a_name_is_kept_in_one_normal_form_with_single_spaces() {
    let composed = Value::Name("Nguyễn Thị Ế".to_owned());
    for typed in [
        "Nguyễn Thị Ế",
        "  Nguyê\u{303}n  Thị\u{a0}E\u{302}\u{301} ",
        "Nguyễn\u{200b} Thị Ê\u{301}",
    ] {
        assert_eq!(
            read_as(QuestionKind::Name, typed),
            Ok(Some(composed.clone())),
            "{typed:?}"
        );
    }
}

#[test]
fn names_of_every_people_pass_and_signs_do_not() {
    for good in ["Y Moan", "Zơrâm Bhươr", "Jean-Luc O’Neill", "H' Hen Niê", "An"] {
        assert!(read_as(QuestionKind::Name, good).is_ok(), "{good}");
    }
    for bad in ["Nguyễn 2", "<b>An</b>", "-", "An@"] {
        assert_eq!(
            read_as(QuestionKind::Name, bad),
            Err(ProblemCode::NotAName),
            "{bad}"
        );
    }
    assert_eq!(
        read_as(QuestionKind::Name, &"An ".repeat(60)),
        Err(ProblemCode::TooLong)
    );
}

#[test]
fn a_date_exists_and_may_be_typed_in_any_usual_way() {
    let date = || QuestionKind::Date(DateRule::default());
    let found = Ok(Some(Value::Day(day("2026-11-21"))));
    for typed in [
        "2026-11-21",
        "21/11/2026",
        "21.11.2026",
        " 21 11 2026 ",
        "21-11-2026",
    ] {
        assert_eq!(read_as(date(), typed), found, "{typed}");
    }
    assert_eq!(
        read(
            &question("q", date()),
            &Answer::date(" 21", "11 ", "2026"),
            today()
        ),
        found
    );
    assert_eq!(
        read(&question("q", date()), &Answer::date("1", "2", "2024"), today()),
        Ok(Some(Value::Day(day("2024-02-01"))))
    );
    for wrong in [
        "30/02/2026",
        "29/02/2026",
        "32/01/2026",
        "21/11/26",
        "hôm qua",
        "21/11",
        "+1/11/2026",
        "00/11/2026",
    ] {
        assert_eq!(read_as(date(), wrong), Err(ProblemCode::NotADate), "{wrong}");
    }
}

#[test]
fn a_birth_is_not_tomorrow_and_not_two_hundred_years_ago() {
    let rule = DateRule {
        may_be_future: false,
        years_ago_max: Some(120),
    };
    assert!(read_as(QuestionKind::Date(rule), "24/11/2026").is_ok());
    assert_eq!(
        read_as(QuestionKind::Date(rule), "25/11/2026"),
        Err(ProblemCode::InTheFuture)
    );
    assert!(read_as(QuestionKind::Date(rule), "25/11/1906").is_ok());
    assert_eq!(
        read_as(QuestionKind::Date(rule), "24/11/1906"),
        Err(ProblemCode::TooLongAgo)
    );
    let planned = DateRule {
        may_be_future: true,
        years_ago_max: None,
    };
    assert!(read_as(QuestionKind::Date(planned), "25/11/2027").is_ok());
}

#[test]
fn a_time_is_read_as_people_write_it() {
    for typed in ["06:35", "6:35", "6h35", "6 giờ 35", "6 giờ 35 phút", "0635"] {
        let Ok(Some(Value::Time(time))) = read_as(QuestionKind::Time, typed) else {
            panic!("{typed}")
        };
        assert_eq!(Some(time), crate::time::TimeOfDay::new(6, 35), "{typed}");
    }
    for wrong in ["24:00", "6:60", "35", "sáng", "6:35:10:2"] {
        assert_eq!(
            read_as(QuestionKind::Time, wrong),
            Err(ProblemCode::NotATime),
            "{wrong}"
        );
    }
}

#[test]
fn telephones_become_e164_however_they_are_typed() {
    for typed in [
        "0905 123 456",
        "0905.123.456",
        "+84 905 123 456",
        "84905123456",
        "0084905123456",
        "+84 (0)905-123-456",
    ] {
        assert_eq!(
            read_as(QuestionKind::Phone, typed),
            Ok(Some(Value::Phone("+84905123456".to_owned()))),
            "{typed}"
        );
    }
    assert_eq!(
        read_as(QuestionKind::Phone, "0236 3 822 345"),
        Ok(Some(Value::Phone("+842363822345".to_owned())))
    );
    assert_eq!(
        read_as(QuestionKind::Phone, "+33 6 12 34 56 78"),
        Ok(Some(Value::Phone("+33612345678".to_owned())))
    );
    for wrong in [
        "0905 123 45",
        "0905 123 4567",
        "0123 456 789",
        "905123456",
        "+0905123456",
        "gọi tôi",
        "1022",
    ] {
        assert_eq!(
            read_as(QuestionKind::Phone, wrong),
            Err(ProblemCode::NotAPhone),
            "{wrong}"
        );
    }
}

#[test]
fn an_email_address_can_be_sent_to() {
    assert_eq!(
        read_as(QuestionKind::Email, " an@Example.test "),
        Ok(Some(Value::Email("an@example.test".to_owned())))
    );
    for wrong in [
        "an",
        "an@",
        "@example.test",
        "an@test",
        "a n@example.test",
        "a@b@example.test",
        "an@-a.test",
        "a@b..c",
    ] {
        assert_eq!(
            read_as(QuestionKind::Email, wrong),
            Err(ProblemCode::NotAnEmail),
            "{wrong}"
        );
    }
}

#[test]
fn a_personal_number_has_twelve_digits_and_stray_spaces_do_not_matter() {
    let kind = || QuestionKind::PersonalNumber { born: None };
    assert!(read_as(kind(), "048 190 000 001").is_ok());
    for wrong in ["04819000000", "0481900000012", "04819000000a", "201234567"] {
        assert_eq!(
            read_as(kind(), wrong),
            Err(ProblemCode::NotAPersonalNumber),
            "{wrong}"
        );
    }
}

#[test]
fn a_number_may_be_grouped_and_has_its_bounds() {
    let kind = || QuestionKind::Number { least: 0, most: 2000 };
    assert_eq!(read_as(kind(), "1.234"), Ok(Some(Value::Number(1234))));
    assert_eq!(read_as(kind(), "-1"), Err(ProblemCode::TooSmall));
    assert_eq!(read_as(kind(), "2001"), Err(ProblemCode::TooLarge));
    assert_eq!(read_as(kind(), "hai"), Err(ProblemCode::NotANumber));
}

#[test]
fn long_text_keeps_its_lines_and_loses_what_cannot_be_seen() {
    let kind = |length_max| QuestionKind::Text {
        length_max,
        is_long: true,
    };
    let typed = "  Kính gửi\u{202e}  \r\n\r\n\r\n Tôi\tđề nghị \n";
    assert_eq!(
        read_as(kind(100), typed),
        Ok(Some(Value::Text("Kính gửi\n\nTôi đề nghị".to_owned())))
    );
    assert_eq!(read_as(kind(5), typed), Err(ProblemCode::TooLong));
}

#[test]
fn an_address_needs_its_three_parts() {
    let address = |line: &str, commune: &str| Answer::Address {
        line: line.to_owned(),
        commune: commune.to_owned(),
        province: "thành phố Đà Nẵng".to_owned(),
    };
    let asked = question("q", QuestionKind::Address);
    let Ok(Some(Value::Address(found))) = read(&asked, &address(" 24  Trần Phú", "phường Hải Châu"), today())
    else {
        panic!("an address")
    };
    assert_eq!(
        found.to_string(),
        "24 Trần Phú, phường Hải Châu, thành phố Đà Nẵng"
    );
    assert_eq!(
        read(&asked, &address("24 Trần Phú", " "), today()),
        Err(ProblemCode::AddressIncomplete)
    );
}

#[test]
fn a_branch_opens_and_closes_with_the_answer_before_it() {
    let form = bees();
    let facts = Facts::new();
    let visible = |answers: &Answers| -> Vec<String> {
        form.filling(answers, &facts, today())
            .visible_questions()
            .map(|question| question.id.clone())
            .collect()
    };
    let yes = Answers::new()
        .with("neighbours", Answer::text("yes"))
        .with("agree", Answer::text("yes"))
        .with("who", Answer::text("An"));
    assert_eq!(visible(&yes), ["keeper", "hives", "neighbours", "agree", "who"]);
    // The answers behind a branch that was left no longer count, though they are kept.
    let no = yes.with("neighbours", Answer::text("no"));
    assert_eq!(visible(&no), ["keeper", "hives", "neighbours"]);
    let sent = form.filling(&no, &facts, today()).answers_to_send();
    assert_eq!(sent.iter().map(|(id, _)| id).collect::<Vec<_>>(), ["neighbours"]);
}

#[test]
fn what_a_register_holds_is_filled_and_not_asked() {
    let form = bees();
    let facts = Facts::new().with("person.name", Answer::text("Trần An"));
    let answers = Answers::new()
        .with("hives", Answer::text("2"))
        .with("neighbours", Answer::text("no"));
    let filling = form.filling(&answers, &facts, today());
    let pages = filling.pages().map(|page| page.id.as_str()).collect::<Vec<_>>();
    assert_eq!(pages, ["hives", "neighbours"]);
    assert!(filling.is_complete());
    assert_eq!(
        filling.answers_to_send().get("keeper"),
        Some(&Answer::text("Trần An"))
    );
}

#[test]
fn the_way_through_the_pages_skips_what_is_not_asked_both_ways() {
    let form = bees();
    let facts = Facts::new().with("person.name", Answer::text("Trần An"));
    let answers = Answers::new().with("neighbours", Answer::text("no"));
    let filling = form.filling(&answers, &facts, today());
    let next = |after| filling.next_page(after).map(|page| page.id.as_str());
    assert_eq!(next(None), Some("hives"));
    assert_eq!(next(Some("hives")), Some("neighbours"));
    assert_eq!(next(Some("neighbours")), None);
    assert_eq!(
        filling.previous_page("neighbours").map(|page| page.id.as_str()),
        Some("hives")
    );
    assert_eq!(filling.previous_page("hives"), None);
    assert_eq!(
        filling.first_open_page().map(|page| page.id.as_str()),
        Some("hives")
    );
}

#[test]
fn every_problem_is_listed_once_in_the_order_of_asking() {
    let form = bees();
    let facts = Facts::new();
    let answers = Answers::new()
        .with("hives", Answer::text("9"))
        .with("neighbours", Answer::text("maybe"));
    let problems: Vec<(String, ProblemCode)> = form
        .filling(&answers, &facts, today())
        .validate_all()
        .into_iter()
        .map(|problem| (problem.question, problem.code))
        .collect();
    assert_eq!(
        problems,
        [
            ("keeper".to_owned(), ProblemCode::Missing),
            ("hives".to_owned(), ProblemCode::TooLarge),
            ("neighbours".to_owned(), ProblemCode::NotAChoice),
        ]
    );
}

#[test]
fn a_personal_number_that_disagrees_with_the_birth_date_warns_and_does_not_block() {
    let number = question(
        "number",
        QuestionKind::PersonalNumber {
            born: Some("born".to_owned()),
        },
    );
    let form = form(
        1,
        vec![question("born", QuestionKind::Date(DateRule::default())), number],
    );
    let facts = Facts::new();
    let problems = |number: &str| {
        let answers = Answers::new()
            .with("born", Answer::text("1990-05-01"))
            .with("number", Answer::text(number));
        let filling = form.filling(&answers, &facts, today());
        (
            filling.validate_all().first().map(|problem| problem.code),
            filling.is_complete(),
        )
    };
    assert_eq!(problems("048190000001"), (None, true));
    assert_eq!(
        problems("048091000001"),
        (Some(ProblemCode::DisagreesWithBirthDate), true)
    );
}

#[test]
fn a_draft_with_errors_keeps_every_field_as_it_was_typed() {
    let answers = Answers::new()
        .with("born", Answer::date("31", "2", ""))
        .with("who", Answer::text("  <An>"))
        .with(
            "home",
            Answer::Address {
                line: String::new(),
                commune: "x".to_owned(),
                province: String::new(),
            },
        )
        .with(
            "files",
            Answer::Files(vec![crate::id::FileId::new(uuid::Uuid::from_u128(7))]),
        );
    let wire = serde_json::to_string(&answers).unwrap();
    assert_eq!(
        wire,
        r#"{"born":{"day":"31","month":"2","year":""},"files":["00000000-0000-0000-0000-000000000007"],"home":{"line":"","commune":"x","province":""},"who":"  <An>"}"#
    );
    assert_eq!(serde_json::from_str::<Answers>(&wire).unwrap(), answers);
}

#[test]
fn a_newer_version_reports_field_by_field() {
    let old = form(
        1,
        vec![
            question("same", QuestionKind::Name),
            question("old_name", QuestionKind::Phone),
            question("gone", QuestionKind::Name),
            question("fewer", choices(&["a", "b"])),
            question(
                "retyped",
                QuestionKind::Text {
                    length_max: 9,
                    is_long: false,
                },
            ),
            question("open", QuestionKind::Name),
            question("gone_unanswered", QuestionKind::Name),
        ],
    );
    let mut renamed = question("new_name", QuestionKind::Phone);
    renamed.was = vec!["old_name".to_owned()];
    let mut optional = question("optional", QuestionKind::Name);
    optional.is_required = false;
    let new = form(
        2,
        vec![
            question("same", QuestionKind::Name),
            renamed,
            question("fewer", choices(&["a"])),
            question("retyped", QuestionKind::Email),
            question("open", QuestionKind::Name),
            question("added", QuestionKind::Name),
            optional,
        ],
    );
    let answers = ["same", "old_name", "gone", "retyped"]
        .into_iter()
        .fold(Answers::new().with("fewer", Answer::text("b")), |answers, id| {
            answers.with(id, Answer::text("x"))
        });
    let report = carry_over(&old, &new, &answers);
    assert_eq!(report.kept, ["same"]);
    assert_eq!(report.renamed, [("old_name".to_owned(), "new_name".to_owned())]);
    assert_eq!(report.dropped, ["gone"]);
    assert_eq!(report.needs_answer, ["fewer", "retyped", "added"]);
    let names = report.answers.iter().map(|(id, _)| id).collect::<Vec<_>>();
    assert_eq!(names, ["new_name", "same"]);
}

#[test]
fn every_problem_code_has_its_own_stable_name() {
    for code in ProblemCode::ALL {
        assert_eq!(ProblemCode::from_code(code.code()), Some(code));
    }
}

#[test]
fn conditions_combine_as_their_words_say() {
    let given = |id: &str| match id {
        "a" => Some("1"),
        "b" => Some("2"),
        _ => None,
    };
    let asked = |question: &str| Condition::Given {
        question: question.to_owned(),
    };
    let (yes, no) = (is("a", "1"), is("b", "1"));
    for (condition, holds) in [
        (Condition::Any(vec![no.clone(), yes.clone()]), true),
        (Condition::Any(vec![no.clone()]), false),
        (Condition::All(vec![yes.clone(), no.clone()]), false),
        (Condition::All(vec![yes.clone(), asked("b")]), true),
        (Condition::Not(Box::new(no)), true),
        (asked("c"), false),
    ] {
        assert_eq!(condition.holds(&given), holds, "{condition:?}");
    }
    assert_eq!(
        Condition::All(vec![yes, Condition::Not(Box::new(asked("c")))]).questions(),
        ["a", "c"]
    );
}
