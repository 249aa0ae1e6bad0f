//! A PostgreSQL of our own for as long as this process lives: a socket in a temporary folder, no network.
//!
//! `initdb` refuses to run as root, so as root everything runs as Debian's `postgres`. A shell stands between: it
//! waits for the end of its input, which the kernel brings about however this process ends, and then stops the
//! server by its process id and removes the folder.

use std::fs;
use std::os::unix::fs::{MetadataExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// Starts the server in `$1` with the binaries in `$0`, settings in `$2`, and ends it with its input. What stops the
/// tests' whole group, a time limit or a key press, must not stop the one who clears up.
const KEEPER: &str = r#"
trap "" HUP INT TERM
"$0/postgres" -D "$1/data" -k "$1" -c listen_addresses= -c max_connections=300 $2 >"$1/log" 2>&1 </dev/null &
server=$!
read -r _
kill -QUIT "$server"
wait "$server"
rm -rf "$1"
"#;

/// A running server.
pub(crate) struct Cluster {
    folder: PathBuf,
    keeper: Child,
    databases: AtomicU32,
}

impl Cluster {
    /// Starts one. `is_durable` says whether commits wait for the disk, as they must where they are measured.
    ///
    /// # Errors
    /// In words, where there are no binaries or they do not do.
    pub(crate) fn start(is_durable: bool) -> Result<Self, String> {
        let binaries = binaries().ok_or("no PostgreSQL binaries were found")?;
        let folder = tempfile::Builder::new()
            .prefix("motcua-pg-")
            .tempdir()
            .map_err(words)?
            .keep();
        let owner = owner(&folder)?;
        chown(&folder, Some(owner.0), Some(owner.1)).map_err(words)?;
        let as_owner = |program: &Path| {
            let mut command = Command::new(program);
            command
                .current_dir(&folder)
                .env_clear()
                .env("LC_ALL", "C.UTF-8")
                .env("PATH", "/usr/bin:/bin");
            if fs::metadata("/proc/self").is_ok_and(|me| me.uid() == 0) {
                command.uid(owner.0).gid(owner.1);
            }
            command
        };
        let made = as_owner(&binaries.join("initdb"))
            .args([
                "--auth=trust",
                "--username=motcua",
                "--encoding=UTF8",
                "--no-sync",
                "--pgdata",
            ])
            .arg(folder.join("data"))
            .output()
            .map_err(words)?;
        if !made.status.success() {
            return Err(format!("initdb: {}", String::from_utf8_lossy(&made.stderr)));
        }
        let settings = if is_durable {
            ""
        } else {
            "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        };
        let keeper = as_owner(Path::new("/bin/sh"))
            .args(["-c", KEEPER])
            .arg(&binaries)
            .arg(&folder)
            .arg(settings)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(words)?;
        let cluster = Self {
            folder,
            keeper,
            databases: AtomicU32::new(0),
        };
        cluster.await_ready(&binaries)?;
        Ok(cluster)
    }

    /// Waits for the server by the server's own tool, which does the waiting.
    fn await_ready(&self, binaries: &Path) -> Result<(), String> {
        for _ in 0..300 {
            let asked = Command::new(binaries.join("pg_isready"))
                .args(["--quiet", "--timeout=1", "--dbname=postgres", "--host"])
                .arg(&self.folder)
                .status()
                .map_err(words)?;
            if asked.success() {
                return Ok(());
            }
            // A process that does nothing is a pause that needs no clock.
            Command::new("sleep").arg("0.1").status().map_err(words)?;
        }
        Err(format!(
            "the server did not start: {}",
            fs::read_to_string(self.folder.join("log")).unwrap_or_default()
        ))
    }

    /// How to connect to a database of this server.
    pub(crate) fn config(&self, database: &str) -> String {
        format!("host={} user=motcua dbname={database}", self.folder.display())
    }

    /// A new database, like `template` down to its rows, and how to connect to it.
    ///
    /// # Errors
    /// In words.
    pub(crate) fn database(&self, template: &str) -> Result<String, String> {
        let name = format!("city_{}", self.databases.fetch_add(1, Ordering::Relaxed));
        let mut client =
            postgres::Client::connect(&self.config("postgres"), postgres::NoTls).map_err(words)?;
        // The server takes one copy of a template at a time; those who come meanwhile wait for this lock.
        client
            .batch_execute("SELECT pg_advisory_lock(1)")
            .map_err(words)?;
        client
            .batch_execute(&format!("CREATE DATABASE {name} TEMPLATE {template}"))
            .map_err(words)?;
        Ok(self.config(&name))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        let _ = self.keeper.wait();
    }
}

fn words(error: impl std::fmt::Display) -> String {
    error.to_string()
}

/// Debian's newest.
fn binaries() -> Option<PathBuf> {
    let mut found: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .ok()?
        .filter_map(Result::ok)
        .filter_map(|version| {
            Some((
                version.file_name().to_str()?.parse().ok()?,
                version.path().join("bin"),
            ))
        })
        .filter(|(_, folder)| folder.join("initdb").exists())
        .collect();
    found.sort();
    found.pop().map(|(_, folder)| folder)
}

/// Who runs the server: us, or `postgres` where we are root.
fn owner(folder: &Path) -> Result<(u32, u32), String> {
    let ours = fs::metadata(folder).map_err(words)?;
    if ours.uid() != 0 {
        return Ok((ours.uid(), ours.gid()));
    }
    let users = fs::read_to_string("/etc/passwd").map_err(words)?;
    let mut fields = users
        .lines()
        .find_map(|line| line.strip_prefix("postgres:"))
        .ok_or("there is no user postgres to run the server as")?
        .split(':')
        .skip(1);
    let mut id = || {
        fields
            .next()
            .and_then(|id| id.parse().ok())
            .ok_or("/etc/passwd is not as it should be")
    };
    Ok((id()?, id()?))
}
