//! A process of its own, so that no other test's memory is counted.

use motcua_documents::{Paper, TemplateSet, render};

/// Resident memory of this process in KiB.
fn resident_kib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// Papers that differ in their words, because typst remembers nothing new of a paper that it has seen.
fn papers() -> impl Iterator<Item = Paper> {
    let samples = Paper::samples(true);
    (0_u32..).flat_map(move |round| {
        samples
            .clone()
            .into_iter()
            .map(move |paper| with_number(paper, round))
    })
}

fn with_number(mut paper: Paper, round: u32) -> Paper {
    let number = format!("H17.63.17-261124-{round:04}");
    match &mut paper {
        Paper::Receipt(form) => form.case.number = number,
        Paper::SupplementRequest(form) => form.case.number = number,
        Paper::IntakeRefusal(form) => form.case.number = number,
        Paper::ControlSheet(form) => form.case.number = number,
        Paper::BirthCertificate(form) => form.number = number,
        Paper::Outcome(form) => form.case.number = number,
        Paper::NegativeOutcome(form) => form.case.number = number,
        Paper::SendingReceipt(form) => form.case.number = number,
    }
    paper
}

#[test]
#[cfg_attr(not(target_os = "linux"), ignore = "reads /proc")]
fn fifty_papers_in_one_process_leave_nothing_behind() {
    let templates = TemplateSet::embedded();
    let mut papers = papers();
    // The first papers fill what is kept on purpose: fonts, the library, the allocator's own pools.
    for paper in papers.by_ref().take(12) {
        render(&paper, &templates).unwrap();
    }
    let before = resident_kib().unwrap();
    for paper in papers.take(50) {
        render(&paper, &templates).unwrap();
    }
    let grown = resident_kib().unwrap().saturating_sub(before);
    assert!(grown < 8 * 1024, "{grown} KiB were kept");
}
