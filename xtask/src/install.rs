//! What the heavier layers need from outside, installed if it may be. The product itself needs cargo and a C
//! compiler; everything here is for judges and for PostgreSQL in tests.

use std::path::Path;
use std::process::Stdio;
use std::time::SystemTime;

use crate::shell::{Outcome, command, is_there, root};

/// What is needed: the way to tell that it is there, and Debian's packages that bring it.
struct Need {
    is_there: fn() -> bool,
    packages: &'static [&'static str],
}

/// A real browser, the runtime of the judges that drive it, and a face with Vietnamese marks for its pictures.
const FOR_JUDGES: &[Need] = &[
    Need {
        is_there: || is_there("chromium"),
        packages: &["chromium", "fonts-noto-core"],
    },
    Need {
        is_there: || is_there("node") && is_there("npm"),
        packages: &["nodejs", "npm"],
    },
];

/// The second engine of the store, and the reader of the papers' text.
const FOR_TESTS: &[Need] = &[
    Need {
        is_there: has_postgres,
        packages: &["postgresql"],
    },
    Need {
        is_there: || is_there("pdftotext"),
        packages: &["poppler-utils"],
    },
];

/// Installs what any layer needs.
pub(crate) fn everything() -> Outcome {
    from_debian(&[FOR_TESTS, FOR_JUDGES]);
    npm_packages()
}

/// Installs what the judges need.
pub(crate) fn for_judges() -> Outcome {
    from_debian(&[FOR_JUDGES]);
    npm_packages()
}

/// Asks Debian for what is missing. Somebody who may not install is told, and goes on: the layers that need it say so
/// themselves.
fn from_debian(needs: &[&[Need]]) {
    let missing = needs.iter().copied().flatten().filter(|need| !(need.is_there)());
    let packages: Vec<&str> = missing.flat_map(|need| need.packages).copied().collect();
    if packages.is_empty() {
        return;
    }
    println!("== installing {}", packages.join(", "));
    let mut arguments = vec![
        "install",
        "--yes",
        "--quiet",
        "--quiet",
        "--no-install-recommends",
    ];
    arguments.extend(&packages);
    if let Err(reason) = apt_get(&["update", "--quiet", "--quiet"]).and_then(|()| apt_get(&arguments)) {
        println!("not installed: {reason}");
    }
}

fn apt_get(arguments: &[&str]) -> Outcome {
    let status = command("apt-get", arguments)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status()
        .map_err(|error| format!("apt-get: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("apt-get: {status}"))
    }
}

/// Lays the judges' npm packages, exactly those of the lock file, without running anything of theirs.
fn npm_packages() -> Outcome {
    let judges = root().join("judges");
    let changed = |path: &str| -> Option<SystemTime> { judges.join(path).metadata().ok()?.modified().ok() };
    if changed("node_modules/.package-lock.json") >= changed("package-lock.json") {
        return Ok(());
    }
    let status = command("npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .current_dir(&judges)
        .status()
        .map_err(|error| format!("npm: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err("npm could not install the judges' packages".to_owned())
    }
}

fn has_postgres() -> bool {
    let versions = std::fs::read_dir(Path::new("/usr/lib/postgresql"));
    versions.is_ok_and(|versions| {
        versions
            .flatten()
            .any(|version| version.path().join("bin/initdb").exists())
    })
}
