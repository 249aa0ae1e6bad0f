use clap::Parser;

use super::*;

#[derive(Parser)]
struct Line<A: Args> {
    #[command(flatten)]
    args: A,
}

fn args<A: Args>(folder: &std::path::Path, rest: &[&str]) -> A {
    let mut all = vec![
        "motcua".to_owned(),
        "--data".to_owned(),
        folder.display().to_string(),
    ];
    all.extend(rest.iter().map(|one| (*one).to_owned()));
    Line::<A>::parse_from(all).args
}

fn said(run: impl FnOnce(&mut dyn Write) -> Result<(), Fault>) -> String {
    let mut out = Vec::new();
    run(&mut out).unwrap();
    String::from_utf8(out).unwrap().trim_end().to_owned()
}

#[test]
fn a_token_is_shown_once_listed_without_its_secret_and_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let program = [
        "--name",
        "Cổng tích hợp",
        "--unit",
        "48-20242.pvhcc",
        "--role",
        "receiving_officer",
    ];
    let token = said(|out| make(&args(path, &program), out));
    assert_eq!(token.len(), 64, "{token}");
    let listed = said(|out| list(&args(path, &[]), out));
    assert!(
        listed.contains("Cổng tích hợp") && listed.contains("good until"),
        "{listed}"
    );
    assert!(!listed.contains(&token));
    let id = listed.split(' ').next().unwrap().to_owned();
    let engine = engine(&args::<ListArgs>(path, &[]).which).unwrap();
    let holder = engine
        .bearer(&motcua_engine::session::Secret::parse(&token).unwrap())
        .unwrap()
        .unwrap();
    assert_eq!(holder.name(), "Cổng tích hợp");
    drop(engine);
    said(|out| revoke(&args(path, &[&id]), out));
    let listed = said(|out| list(&args(path, &[]), out));
    assert!(listed.contains("revoked"), "{listed}");
    let again = revoke(&args(path, &[&id]), &mut Vec::new());
    assert!(again.unwrap_err().to_string().contains("no token that is good"));
    let stranger = ["--name", "a", "--staff", "00000000-0000-7000-8000-000000000009"];
    assert!(make(&args(path, &stranger), &mut Vec::new()).is_err());
}
