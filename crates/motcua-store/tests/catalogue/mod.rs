//! Procedures to search in: the city's own from its folder, and the national catalogue if the
//! shared data stand beside the repository (or where `MOTCUA_SHARED_DATA` says).

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "data for tests: a broken row must stop them"
)]

use motcua_engine::search::{Audience, Level, SearchRecord, Standing, popularity};
use serde_json::Value;
use std::collections::HashMap;
use std::io::Read;
use std::path::PathBuf;

/// The everyday words that the demonstration city ships.
pub(crate) const WORDS: &str = include_str!("../../../../city/search/words.toml");

fn level(name: &str) -> Level {
    match name {
        "ministry" => Level::Ministry,
        "province" => Level::Province,
        "commune" => Level::Commune,
        _ => Level::Other,
    }
}

fn audience(name: &str) -> Option<Audience> {
    match name {
        "ĐT1" | "ĐT14" => Some(Audience::Citizen),
        "ĐT2" | "ĐT8" | "ĐT10" | "DT11" => Some(Audience::Business),
        "ĐT9" => Some(Audience::Organisation),
        "ĐT3" | "ĐT4" | "ĐT7" | "ĐT15" | "DT12" => Some(Audience::Foreigner),
        "ĐT5" | "ĐT6" | "DT13" => Some(Audience::Official),
        _ => None,
    }
}

/// The procedures of the demonstration city as its folder names them, without papers and texts.
pub(crate) fn city() -> Vec<SearchRecord> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../city/procedures");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let files: Vec<toml::Table> = paths
        .iter()
        .map(|path| std::fs::read_to_string(path).unwrap().parse().unwrap())
        .collect();
    let tables = |key: &'static str| {
        let lists = files.iter().filter_map(move |file| file.get(key)?.as_array());
        lists.flatten().map(|item| item.as_table().unwrap())
    };
    let fields: HashMap<&str, &str> = tables("field")
        .map(|field| (field["code"].as_str().unwrap(), field["vi"].as_str().unwrap()))
        .collect();
    tables("procedure")
        .map(|row| {
            let strings = |key: &str| {
                let list = row
                    .get(key)
                    .and_then(|list| list.as_array())
                    .into_iter()
                    .flatten();
                list.map(|item| item.as_str().unwrap()).collect::<Vec<_>>()
            };
            let levels = strings("levels").into_iter().map(level).collect();
            let audience = strings("audiences").into_iter().filter_map(audience).collect();
            SearchRecord {
                code: row["code"].as_str().unwrap().to_owned(),
                title: row["vi"].as_str().unwrap().to_owned(),
                field: fields
                    .get(row["field"].as_str().unwrap())
                    .copied()
                    .unwrap_or_default()
                    .to_owned(),
                levels,
                audience,
                popularity: popularity(Standing::Offered, levels, audience),
                public: true,
                ..SearchRecord::default()
            }
        })
        .collect()
}

/// A file of the shared data, if they are here.
pub(crate) fn shared(file: &str) -> Option<Vec<u8>> {
    let folder = std::env::var_os("MOTCUA_SHARED_DATA").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data")),
        PathBuf::from,
    );
    std::fs::read(folder.join(file)).ok()
}

/// The whole national catalogue, the city's procedures marked; `None` without the shared data.
pub(crate) fn national(body_characters: usize) -> Option<Vec<SearchRecord>> {
    let packed = shared("procedures/vn-procedures-2026-07-18.jsonl.zst")?;
    let mut text = String::new();
    ruzstd::decoding::StreamingDecoder::new(packed.as_slice())
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    let short: HashMap<String, String> = city()
        .into_iter()
        .map(|record| (record.code, record.keywords))
        .collect();
    Some(
        text.lines()
            .map(|line| record(&serde_json::from_str(line).unwrap(), &short, body_characters))
            .collect(),
    )
}

fn record(row: &Value, short: &HashMap<String, String>, body_characters: usize) -> SearchRecord {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let code = text(&row["code"]);
    let levels = row["levels"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .map(level)
        .collect();
    let audience = row["audience"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|group| audience(group["code"].as_str()?))
        .collect();
    let issuer = text(&row["promulgated_by"]["name"]);
    let standing = if short.contains_key(&code) {
        Standing::Offered
    } else if issuer.contains("UBND") && !issuer.contains("Đà Nẵng") {
        Standing::Elsewhere
    } else {
        Standing::Applicable
    };
    let mut papers = String::new();
    gather(&row["components"], &["name", "case"], &mut papers);
    gather(&row["results"], &["name"], &mut papers);
    let mut body = String::new();
    gather(&row["steps"], &[], &mut body);
    gather(&row["conditions"], &[], &mut body);
    SearchRecord {
        title: text(&row["name"]),
        field: text(&row["field"]["name"]),
        keywords: short.get(&code).cloned().unwrap_or_default(),
        popularity: popularity(standing, levels, audience),
        public: row["internal"] != Value::Bool(true),
        body: body.chars().take(body_characters).collect(),
        code,
        levels,
        audience,
        papers,
    }
}

/// Every string under the value, or under the named keys of its objects.
fn gather(value: &Value, keys: &[&str], into: &mut String) {
    match value {
        Value::String(text) => {
            into.push_str(text);
            into.push('\n');
        }
        Value::Array(items) => items.iter().for_each(|item| gather(item, keys, into)),
        Value::Object(fields) => fields
            .iter()
            .filter(|(key, held)| keys.is_empty() || keys.contains(&key.as_str()) || !held.is_string())
            .for_each(|(_, held)| gather(held, keys, into)),
        _ => {}
    }
}
