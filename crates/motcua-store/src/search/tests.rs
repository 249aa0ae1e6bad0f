//! What the index file promises: kept while it fits, built anew when not, never half there.

use super::*;
use motcua_engine::search::{Audience, Hit, Level, Why};
use std::cell::Cell;
use std::fs;

fn record(code: &str, title: &str) -> SearchRecord {
    SearchRecord {
        code: code.to_owned(),
        title: title.to_owned(),
        field: "Ong".to_owned(),
        levels: Levels::default().with(Level::Commune),
        audience: Audiences::default().with(Audience::Citizen),
        popularity: 0.5,
        public: true,
        ..SearchRecord::default()
    }
}

fn bees() -> Vec<SearchRecord> {
    vec![
        SearchRecord {
            popularity: 0.9,
            papers: "Giấy khám sức khỏe của ong chúa".to_owned(),
            body: "Người nuôi ong nộp hồ sơ tại phường; cán bộ xem ban công trong ba ngày.\nTrả kết quả bằng bưu chính."
                .to_owned(),
            ..record("9.000001", "Thủ tục cấp giấy phép nuôi ong")
        },
        SearchRecord { body: "Như trên, ban công đã xem thì thôi.".to_owned(), ..record("9.000002", "Cấp lại giấy phép nuôi ong") },
        SearchRecord {
            levels: Levels::default().with(Level::Province),
            field: "Thương mại".to_owned(),
            ..record("9.000003", "Đăng ký bán mật ong")
        },
        SearchRecord { public: false, ..record("9.000009", "Quy trình nội bộ về ong") },
    ]
}

fn index(folder: &tempfile::TempDir, fingerprint: &str) -> SearchIndex {
    let path = folder.path().join("search.sqlite");
    SearchIndex::open_or_build(&path, fingerprint, Words::default(), bees).unwrap()
}

fn ask(index: &SearchIndex, text: &str) -> Vec<Hit> {
    let query = SearchQuery {
        text: text.to_owned(),
        limit: 10,
        ..SearchQuery::default()
    };
    index.search(&query).unwrap().hits
}

fn codes(hits: &[Hit]) -> Vec<&str> {
    hits.iter().map(|hit| hit.code.as_str()).collect()
}

#[test]
fn an_index_of_the_same_input_is_kept_and_of_another_is_built_anew() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("search.sqlite");
    let built = Cell::new(0);
    let open = |fingerprint: &str| {
        SearchIndex::open_or_build(&path, fingerprint, Words::default(), || {
            built.set(built.get() + 1);
            bees()
        })
        .unwrap()
    };
    assert!(open("a").was_built());
    assert!(!open("a").was_built());
    assert!(open("b").was_built());
    assert!(!open("b").was_built());
    assert_eq!(built.get(), 2);
}

#[test]
fn a_broken_a_cut_and_a_foreign_file_are_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("search.sqlite");
    drop(index(&folder, "a"));
    let whole = fs::read(&path).unwrap();
    let foreign = {
        let other = folder.path().join("other.sqlite");
        Connection::open(&other)
            .unwrap()
            .execute_batch("CREATE TABLE honey (jars INTEGER)")
            .unwrap();
        fs::read(other).unwrap()
    };
    for broken in [
        b"not a database".to_vec(),
        whole[..whole.len() / 3].to_vec(),
        Vec::new(),
        foreign,
    ] {
        fs::write(&path, broken).unwrap();
        let index = index(&folder, "a");
        assert!(index.was_built());
        assert_eq!(codes(&ask(&index, "nuoi ong"))[0], "9.000001");
    }
}

#[test]
fn building_leaves_nothing_but_the_file_and_does_not_disturb_readers() {
    let folder = tempfile::tempdir().unwrap();
    let old = index(&folder, "a");
    let new = index(&folder, "b");
    assert_eq!(ask(&old, "mật ong"), ask(&new, "mật ong"));
    let names: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(names, ["search.sqlite"]);
}

#[test]
fn internal_procedures_are_not_in_the_file_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let index = index(&folder, "a");
    assert!(!codes(&ask(&index, "quy trinh noi bo")).contains(&"9.000009"));
    assert!(ask(&index, "9.000009").is_empty());
    let file = fs::read(folder.path().join("search.sqlite")).unwrap();
    assert!(!file.windows(8).any(|bytes| bytes == b"9.000009"));
}

#[test]
fn names_are_found_with_and_without_marks_and_by_code() {
    let folder = tempfile::tempdir().unwrap();
    let index = index(&folder, "a");
    for text in [
        "giấy phép nuôi ong",
        "GIAY PHEP NUOI ONG",
        "giaays pheps nuooi ong",
        "9.000001",
        "9000001",
    ] {
        let hits = ask(&index, text);
        assert_eq!(hits[0].code, "9.000001", "{text}");
        assert_eq!(hits[0].title, "Thủ tục cấp giấy phép nuôi ong");
    }
    assert_eq!(ask(&index, "9.000002")[0].why, Why::Code);
    assert_eq!(ask(&index, "nuôi ong")[0].why, Why::Title);
}

#[test]
fn papers_and_texts_are_asked_when_no_name_answers() {
    let folder = tempfile::tempdir().unwrap();
    let index = index(&folder, "a");
    for text in ["khám sức khỏe", "kham suc khoe ong chua", "bưu chính"] {
        let hits = ask(&index, text);
        assert_eq!(hits[0].code, "9.000001", "{text}");
    }
    assert_eq!(ask(&index, "bưu chính")[0].why, Why::Text);
}

#[test]
fn a_snippet_is_the_sentence_that_was_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let index = index(&folder, "a");
    assert_eq!(
        ask(&index, "xem ban công nuôi")[0].snippet,
        "cán bộ xem ban công trong ba ngày"
    );
    assert_eq!(ask(&index, "9.000003")[0].snippet, "");
}

#[test]
fn filters_and_pages_cut_the_list_and_say_whether_there_is_more() {
    let folder = tempfile::tempdir().unwrap();
    let index = index(&folder, "a");
    let all = SearchQuery {
        limit: 2,
        ..SearchQuery::default()
    };
    let first = index.search(&all).unwrap();
    assert_eq!(
        (codes(&first.hits), first.more),
        (vec!["9.000001", "9.000002"], true)
    );
    let rest = index
        .search(&SearchQuery {
            offset: 2,
            ..all.clone()
        })
        .unwrap();
    assert_eq!((codes(&rest.hits), rest.more), (vec!["9.000003"], false));
    let province = index
        .search(&SearchQuery {
            level: Some(Level::Province),
            ..all.clone()
        })
        .unwrap();
    assert_eq!(codes(&province.hits), ["9.000003"]);
    let field = SearchQuery {
        field: Some("thuong mai".to_owned()),
        text: "ong".to_owned(),
        ..all.clone()
    };
    assert_eq!(codes(&index.search(&field).unwrap().hits), ["9.000003"]);
    let business = index
        .search(&SearchQuery {
            audience: Some(Audience::Business),
            ..all
        })
        .unwrap();
    assert!(business.hits.is_empty());
}

#[test]
fn nothing_found_gives_suggestions_and_no_error() {
    let folder = tempfile::tempdir().unwrap();
    let index = index(&folder, "a");
    for text in [
        "xyzzy",
        "!!!",
        "\" OR 1=1 --",
        "NEAR(",
        "title:*",
        "*",
        "AND",
        "\u{0}",
    ] {
        let query = SearchQuery {
            text: text.to_owned(),
            limit: 5,
            ..SearchQuery::default()
        };
        let results = index.search(&query).unwrap();
        assert!(
            !results.hits.is_empty() || !results.suggestions.is_empty(),
            "{text}"
        );
    }
}

#[test]
fn an_empty_catalogue_answers_everything_with_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("search.sqlite");
    let index = SearchIndex::open_or_build(&path, "", Words::default(), Vec::new).unwrap();
    assert!(
        ask(&index, "nuôi ong").is_empty() && ask(&index, "").is_empty() && ask(&index, "1.0").is_empty()
    );
}

#[test]
fn readers_on_many_threads_share_one_index() {
    let folder = tempfile::tempdir().unwrap();
    let index = index(&folder, "a");
    std::thread::scope(|scope| {
        for _ in 0..12 {
            scope.spawn(|| (0..20).for_each(|_| assert_eq!(ask(&index, "mat ong")[0].code, "9.000003")));
        }
    });
    assert!(index.idle.lock().unwrap().len() <= IDLE_CONNECTIONS_MAX);
}

#[test]
fn the_readers_connection_cannot_write() {
    let folder = tempfile::tempdir().unwrap();
    let index = index(&folder, "a");
    let refused = index.with_connection(|connection| connection.execute("DELETE FROM procedure", []));
    assert!(matches!(refused, Err(SearchError::Unreadable(_))));
}

#[test]
fn why_an_index_is_built_anew_is_said_in_words_of_the_index() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("search.sqlite");
    let why = |fingerprint: &str| open(&path, fingerprint).unwrap_err().to_string();
    assert!(
        why("a").starts_with("there is none that can be read"),
        "{}",
        why("a")
    );
    drop(index(&folder, "a"));
    assert_eq!(why("b"), "the one that is there was built from other input");
}
