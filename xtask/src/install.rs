//! What the heavier layers need from outside, installed if it may be. The product itself needs cargo and a C
//! compiler; everything here is for judges and for PostgreSQL in tests.

use std::path::Path;

use crate::shell::{Outcome, command, is_there, root, run};

const PACKAGES: &[&str] = &["chromium", "fonts-noto-core", "postgresql", "poppler-utils", "nodejs", "npm"];

/// Installs Debian's packages and the judges' npm packages where they are missing.
pub(crate) fn everything() -> Outcome {
    let missing = !is_there("chromium") || postgres_missing() || !is_there("pdftotext") || !is_there("node");
    if missing && is_there("apt-get") {
        run("apt-get", &["update", "-qq"])?;
        let wanted: Vec<&str> =
            PACKAGES.iter().copied().filter(|package| !(is_there("node") && ["nodejs", "npm"].contains(package))).collect();
        let mut arguments = vec!["install", "-y", "-qq", "--no-install-recommends"];
        arguments.extend(wanted);
        let status = command("apt-get", &arguments)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdout(std::process::Stdio::null())
            .status()
            .map_err(|error| format!("apt-get: {error}"))?;
        if !status.success() {
            return Err("apt-get could not install what the judges need; see above".to_owned());
        }
    }
    let judges = root().join("judges");
    if judges.join("package-lock.json").exists() && !judges.join("node_modules").exists() {
        let status = command("npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            .current_dir(&judges)
            .status()
            .map_err(|error| format!("npm: {error}"))?;
        if !status.success() {
            return Err("npm could not install the judges' packages".to_owned());
        }
    }
    Ok(())
}

fn postgres_missing() -> bool {
    let Ok(versions) = std::fs::read_dir(Path::new("/usr/lib/postgresql")) else { return true };
    !versions.flatten().any(|version| version.path().join("bin/initdb").exists())
}
