//! The forms ask what the law asks, and nothing that the State already holds.

use motcua_domain::form::{Answer, Answers, Facts, Filling, ProblemCode, carry_over};

use super::*;

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
    assert_eq!(filling.pages().count(), 16);
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
        ("khai-sinh@2", "khai-sinh@3")
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
fn a_draft_of_before_november_learns_which_new_questions_about_the_parents_it_owes() {
    let procedure = CITY.procedure("1.001193").unwrap();
    let old = CITY.form_for(procedure, day("2026-10-31")).unwrap();
    assert_eq!(old.id.as_str(), "khai-sinh@1");
    let answers = Answers::new()
        .with("child_name", Answer::text("Trần Nguyễn Hải An"))
        .with("home_town", Answer::text("Đà Nẵng"));
    let report = carry_over(old, birth(), &answers);
    assert_eq!(report.kept, ["child_name", "home_town"]);
    assert!(report.renamed.is_empty() && report.dropped.is_empty());
    for question in [
        "mother_ethnicity",
        "mother_nationality",
        "father_ethnicity",
        "father_nationality",
    ] {
        assert!(report.needs_answer.contains(&question.to_owned()), "{question}");
    }
}

#[test]
fn the_general_form_asks_for_the_papers_of_its_procedure() {
    let form = CITY
        .form_for(CITY.procedure("1.013225").unwrap(), today())
        .unwrap();
    assert_eq!(form.id.as_str(), "chung-1.013225@2");
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
