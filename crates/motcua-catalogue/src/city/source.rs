//! Where the texts of a city come from: a folder, or the binary itself.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;

use super::error::CityError;

/// The texts of a city by their paths within its folder, `/` between the parts.
#[derive(Clone, Debug, Default)]
pub(super) struct Source(BTreeMap<String, String>);

macro_rules! embedded {
    ($($path:literal),+ $(,)?) => {
        /// The files of the demonstration city that are built into the binary.
        pub const EMBEDDED_FILES: &[(&str, &str)] =
            &[$(($path, include_str!(concat!("../../../../city/", $path)))),+];
    };
}

embedded![
    "calendar/holidays.csv",
    "forms/chung.1.toml",
    "forms/chung.2.toml",
    "forms/khai-sinh.1.toml",
    "forms/khai-sinh.2.toml",
    "forms/khai-sinh.3.toml",
    "forms/ong.1.toml",
    "names.toml",
    "personas.toml",
    "procedures/chung-thuc.toml",
    "procedures/cong-an-thanh-pho.toml",
    "procedures/cu-tru-can-cuoc.toml",
    "procedures/dat-dai.toml",
    "procedures/ho-tich.toml",
    "procedures/kinh-doanh.toml",
    "procedures/nong-nghiep-moi-truong.toml",
    "procedures/ong.toml",
    "procedures/xa-hoi-tu-phap.toml",
    "procedures/xay-dung-giao-thong.toml",
    "rules.toml",
    "units.toml",
];

/// The demonstration city.
pub(super) fn embedded() -> Source {
    Source(
        EMBEDDED_FILES
            .iter()
            .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
            .collect(),
    )
}

/// The texts of a folder: what lies in it and one level below, `.toml` and `.csv`.
pub(super) fn from_dir(dir: &Path) -> Result<Source, CityError> {
    let mut files = BTreeMap::new();
    collect(dir, "", &mut files)?;
    for folder in ["calendar", "forms", "procedures"] {
        collect(&dir.join(folder), &format!("{folder}/"), &mut files)?;
    }
    Ok(Source(files))
}

fn collect(dir: &Path, prefix: &str, files: &mut BTreeMap<String, String>) -> Result<(), CityError> {
    let unreadable = |path: &str, error: &std::io::Error| {
        CityError::new(
            path,
            "the file",
            format!("cannot be read ({error}); a city has every folder and file of the demonstration's"),
        )
    };
    let entries = fs::read_dir(dir).map_err(|error| unreadable(prefix, &error))?;
    for entry in entries {
        let entry = entry.map_err(|error| unreadable(prefix, &error))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if name.ends_with(".toml") || name.ends_with(".csv") {
            let text = fs::read_to_string(entry.path()).map_err(|error| unreadable(&path, &error))?;
            files.insert(path, text);
        }
    }
    Ok(())
}

impl Source {
    /// The text of a file that must be there.
    pub(super) fn text(&self, path: &str) -> Result<&str, CityError> {
        self.0
            .get(path)
            .map(String::as_str)
            .ok_or_else(|| CityError::new(path, "the file", "is missing; every city has one"))
    }

    /// The TOML files of a subfolder, by path.
    pub(super) fn files_in<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.keys().map(String::as_str).filter(move |path| {
            path.strip_prefix(folder)
                .is_some_and(|rest| rest.starts_with('/'))
                && path.ends_with(".toml")
        })
    }

    /// A TOML file in its layout.
    pub(super) fn parse<T: DeserializeOwned>(&self, path: &str) -> Result<T, CityError> {
        let text = self.text(path)?;
        toml::from_str(text).map_err(|error| {
            let before = error
                .span()
                .and_then(|span| text.get(..span.start))
                .unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            CityError::new(path, format!("line {line}"), error.message())
        })
    }

    /// The same with one file replaced: for tests of broken cities.
    #[cfg(test)]
    pub(super) fn with(mut self, path: &str, text: impl Into<String>) -> Self {
        self.0.insert(path.to_owned(), text.into());
        self
    }
}
