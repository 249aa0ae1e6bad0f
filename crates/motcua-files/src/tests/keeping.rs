//! Files on disk: whole or not at all, and never believed without their hash.

use std::fs;

use motcua_domain::time::Instant;
use motcua_engine::ports::{FileStore, FileStoreError};

use crate::DiskFiles;

fn store() -> (tempfile::TempDir, DiskFiles) {
    let folder = tempfile::tempdir().unwrap();
    let files = DiskFiles::open(folder.path()).unwrap();
    (folder, files)
}

/// Every file of a folder tree.
fn files(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(files(&path))
        } else {
            all.push(path)
        }
    }
    all
}

#[test]
fn what_is_kept_is_opened_by_its_hash_also_after_the_city_was_closed() {
    let (folder, files) = store();
    let hash = files.keep(b"giay chung sinh").unwrap();
    assert_eq!(files.open(&hash).unwrap(), b"giay chung sinh");
    drop(files);
    assert_eq!(
        DiskFiles::open(folder.path()).unwrap().open(&hash).unwrap(),
        b"giay chung sinh"
    );
}

#[test]
fn the_same_content_is_kept_once() {
    let (folder, store) = store();
    assert_eq!(store.keep(b"one").unwrap(), store.keep(b"one").unwrap());
    assert_eq!(files(folder.path()).len(), 1, "nothing is left aside");
}

#[test]
fn a_file_that_changed_on_the_disk_is_not_given_out() {
    let (folder, store) = store();
    let hash = store.keep(b"true").unwrap();
    fs::write(&files(folder.path())[0], b"false").unwrap();
    assert!(matches!(store.open(&hash), Err(FileStoreError::Damaged)));
}

#[test]
fn keeping_a_damaged_file_once_more_heals_it() {
    let (folder, store) = store();
    let hash = store.keep(b"true").unwrap();
    fs::write(&files(folder.path())[0], b"").unwrap();
    assert_eq!(store.keep(b"true").unwrap(), hash);
    assert_eq!(store.open(&hash).unwrap(), b"true");
}

#[test]
fn an_unknown_hash_is_missing_and_no_fault() {
    let (_folder, store) = store();
    assert!(matches!(store.open(&[7; 32]), Err(FileStoreError::Missing)));
    assert!(matches!(
        store.open_page(&[7; 32], 1),
        Err(FileStoreError::Missing)
    ));
}

#[test]
fn page_images_are_kept_beside_their_file_and_counted_from_one() {
    let (_folder, store) = store();
    let hash = store.keep(b"two pages").unwrap();
    store
        .keep_pages(&hash, &[b"first".to_vec(), b"second".to_vec()])
        .unwrap();
    assert_eq!(store.open_page(&hash, 1).unwrap(), b"first");
    assert_eq!(store.open_page(&hash, 2).unwrap(), b"second");
    assert!(matches!(store.open_page(&hash, 0), Err(FileStoreError::Missing)));
    assert!(matches!(store.open_page(&hash, 3), Err(FileStoreError::Missing)));
}

#[test]
fn many_threads_that_keep_the_same_file_do_not_disturb_each_other() {
    let (folder, store) = store();
    let bytes = vec![42; 100_000];
    let hashes: Vec<_> = std::thread::scope(|threads| {
        let all: Vec<_> = (0..8)
            .map(|_| threads.spawn(|| store.keep(&bytes).unwrap()))
            .collect();
        all.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(hashes.windows(2).all(|pair| pair[0] == pair[1]));
    assert_eq!(store.open(&hashes[0]).unwrap(), bytes);
    assert_eq!(files(folder.path()).len(), 1);
}

/// Before any file of this test, and after all.
const LONG_AGO: Instant = Instant::from_millis(1_000_000_000_000);
const FAR_OFF: Instant = Instant::from_millis(9_000_000_000_000);

#[test]
fn an_old_file_is_forgotten_with_its_pages_and_a_young_one_is_not() {
    let (folder, store) = store();
    let hash = store.keep(b"photo").unwrap();
    store.keep_pages(&hash, &[b"1".to_vec(), b"2".to_vec()]).unwrap();
    let other = store.keep(b"other").unwrap();
    assert!(!store.forget(&hash, 2, LONG_AGO).unwrap());
    assert_eq!(store.open(&hash).unwrap(), b"photo");
    assert_eq!(store.open_page(&hash, 2).unwrap(), b"2");
    assert!(store.forget(&hash, 2, FAR_OFF).unwrap());
    assert!(matches!(store.open(&hash), Err(FileStoreError::Missing)));
    assert!(matches!(store.open_page(&hash, 1), Err(FileStoreError::Missing)));
    assert!(store.forget(&hash, 2, FAR_OFF).unwrap(), "it may be asked twice");
    assert_eq!(store.open(&other).unwrap(), b"other");
    assert_eq!(files(folder.path()).len(), 1, "nothing is left aside");
}

#[test]
fn a_file_that_is_kept_again_is_young_again() {
    let (folder, store) = store();
    let hash = store.keep(b"photo").unwrap();
    let path = files(folder.path()).remove(0);
    let old = std::time::UNIX_EPOCH + std::time::Duration::from_secs(100_000_000);
    fs::File::options()
        .write(true)
        .open(&path)
        .unwrap()
        .set_modified(old)
        .unwrap();
    store.keep(b"photo").unwrap();
    assert!(!store.forget(&hash, 0, LONG_AGO).unwrap());
    assert_eq!(store.open(&hash).unwrap(), b"photo");
}
