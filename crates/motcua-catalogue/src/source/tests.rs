use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};

use super::*;

const CLEAN: &str = include_str!("../../tests/fixtures/clean.json");

/// Three records under three codes.
fn three() -> String {
    ["9.900001", "9.900002", "9.900003"]
        .map(|code| CLEAN.replace("9.900001", code))
        .concat()
}

fn gzip(text: &str) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(text.as_bytes()).unwrap();
    packer.finish().unwrap()
}

fn zstd(text: &str) -> Vec<u8> {
    compress_to_vec(text.as_bytes(), CompressionLevel::Fastest)
}

fn imported(
    name: &str,
    bytes: &[u8],
) -> (Vec<Result<ImportedRecord, Rejected>>, ImportEnding, Vec<Progress>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    let (mut lines, mut progress) = (Vec::new(), Vec::new());
    let ending = import_file(&path, &mut |line| lines.push(line), &mut |step| {
        progress.push(step)
    })
    .unwrap();
    (lines, ending, progress)
}

fn procedures(name: &str, bytes: &[u8]) -> u64 {
    let (_, ending, _) = imported(name, bytes);
    assert_eq!(ending.counts.rejected, [], "{name}");
    ending.counts.procedures
}

#[test]
fn a_file_is_read_plain_and_packed() {
    let text = three();
    assert_eq!(procedures("crawl.jsonl", text.as_bytes()), 3);
    assert_eq!(procedures("crawl.jsonl.gz", &gzip(&text)), 3);
    assert_eq!(procedures("crawl.jsonl.ZST", &zstd(&text)), 3);
}

#[test]
fn an_unknown_name_is_told_by_its_first_bytes() {
    let text = three();
    assert_eq!(procedures("crawl", text.as_bytes()), 3);
    assert_eq!(procedures("crawl.bin", &gzip(&text)), 3);
    assert_eq!(procedures("crawl.2026-07-18", &zstd(&text)), 3);
    assert_eq!(procedures("empty", b""), 0);
}

#[test]
fn several_frames_and_frames_without_data_are_read_through() {
    let one = zstd(CLEAN);
    let two = zstd(&CLEAN.replace("9.900001", "9.900002"));
    let without_data = [0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, b'o', b'n', b'g'];
    let bytes = [one.as_slice(), &without_data, &two].concat();
    assert_eq!(procedures("crawl.zst", &bytes), 2);
    let gzips = [gzip(CLEAN), gzip(&CLEAN.replace("9.900001", "9.900002"))].concat();
    assert_eq!(procedures("crawl.gz", &gzips), 2);
}

#[test]
fn a_file_that_breaks_off_keeps_what_came_before() {
    for (name, whole) in [("crawl.gz", gzip(&three())), ("crawl.zst", zstd(&three()))] {
        let (lines, ending, _) = imported(name, &whole[..whole.len() - 6]);
        let last = lines.last().unwrap().as_ref().unwrap_err();
        assert!(last.reason.contains("cannot be read further"), "{name}: {last}");
        assert_eq!(ending.counts.rejected.len(), 1, "{name}");
    }
}

#[test]
fn a_false_checksum_is_noticed() {
    let mut bytes = zstd(CLEAN);
    *bytes.last_mut().unwrap() ^= 1;
    let (_, ending, _) = imported("crawl.zst", &bytes);
    assert!(
        ending.counts.rejected[0].reason.contains("checksum"),
        "{:?}",
        ending.counts.rejected
    );
}

#[test]
fn a_name_that_lies_is_a_rejected_line_and_no_crash() {
    for name in ["crawl.gz", "crawl.zst"] {
        let (_, ending, _) = imported(name, CLEAN.as_bytes());
        assert_eq!(
            (ending.counts.procedures, ending.counts.rejected.len()),
            (0, 1),
            "{name}"
        );
    }
}

#[test]
fn progress_ends_at_the_whole_file() {
    let bytes = zstd(&three());
    let (_, _, progress) = imported("crawl.zst", &bytes);
    let size = bytes.len() as u64;
    assert_eq!(
        progress.last(),
        Some(&Progress {
            bytes_read: size,
            bytes_total: size,
            records: 3
        })
    );
    assert!(
        progress
            .windows(2)
            .all(|pair| pair[0].bytes_read <= pair[1].bytes_read)
    );
}

#[test]
fn a_missing_file_says_its_name() {
    let error = import_file(Path::new("no-such-crawl.zst"), &mut |_| {}, &mut |_| {}).unwrap_err();
    assert!(error.to_string().contains("no-such-crawl.zst"));
}
