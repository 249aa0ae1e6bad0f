//! A process of its own, so that no other test's memory is counted.

use motcua_documents::{Paper, TemplateSet, render};

/// Resident memory of this process in KiB.
fn resident_kib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

#[test]
#[cfg_attr(not(target_os = "linux"), ignore = "reads /proc")]
fn fifty_papers_in_one_process_leave_nothing_behind() {
    let papers = Paper::samples(true);
    let templates = TemplateSet::embedded();
    let mut papers = papers.iter().cycle();
    // The first papers fill what is kept on purpose: fonts, the library, the allocator's own pools.
    for paper in papers.by_ref().take(12) {
        render(paper, &templates).unwrap();
    }
    let before = resident_kib().unwrap();
    for paper in papers.take(50) {
        render(paper, &templates).unwrap();
    }
    let grown = resident_kib().unwrap().saturating_sub(before);
    assert!(grown < 8 * 1024, "{grown} KiB were kept");
}
