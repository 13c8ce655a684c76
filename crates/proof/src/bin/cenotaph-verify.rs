//! Checks a receipt or a ledger, offline and trusting nobody: `cenotaph-verify --help` says how.

use std::{
    ffi::OsString,
    fmt,
    fs::File,
    io::{self, IsTerminal as _, Read as _, Write as _},
    num::NonZeroUsize,
    path::{Path, PathBuf},
    process::ExitCode,
    thread,
};

use proof::{
    ledger_check::{CHECKPOINT_PATH, Progress, check_ledger},
    policy::{MAX_POLICY_BYTES, Policy, PolicyError},
    receipt::MAX_RECEIPT_BYTES,
    receipt_check::check_receipt,
    report::Report,
    tile::MAX_ENTRY_BYTES,
};

const HELP: &str = "\
Checks that what lies before you is what was recorded. Needs no network and changes nothing.

Usage:
  cenotaph-verify RECEIPT --data ENTRY --policy FILE   is this entry in the ledger?
  cenotaph-verify LEDGER_DIR [--policy FILE]           is the whole ledger as it was signed?

Options:
  --data ENTRY    the entry that the receipt is about
  --policy FILE   whose logs and witnesses to believe (C2SP tlog-policy)
  --json          one JSON object on standard output and nothing else
  -h, --help      this text
  -V, --version   the version

Exit code: 0 it holds, 1 it does not hold, 2 usage, or it could not be checked.

Example:
  cenotaph-verify EV-000042.tlog-proof --data EV-000042.json --policy paris.policy
";

fn main() -> ExitCode {
    match run(std::env::args_os().skip(1)) {
        Ok(code) => ExitCode::from(code),
        // A closed pipe means that nobody reads on, which is no fault of what was checked; but then nobody read the verdict either.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            ExitCode::from(2)
        }
        Err(failure) => {
            let mut stderr = io::stderr().lock();
            let hint = failure
                .hint()
                .map_or_else(String::new, |hint| format!("\nhint: {hint}\n"));
            // Where even this cannot be said, the exit code says it.
            let _ = write!(stderr, "error: {failure}\n{hint}");
            ExitCode::from(2)
        }
    }
}

/// Does what the arguments ask for, and gives back the exit code.
fn run(arguments: impl Iterator<Item = OsString>) -> Result<u8, Failure> {
    let request = match Request::read(arguments)? {
        Asked::Check(request) => request,
        Asked::Text(text) => {
            io::stdout()
                .lock()
                .write_all(text.as_bytes())
                .map_err(Failure::Output)?;
            return Ok(0);
        }
    };
    let policy = request.policy.as_deref().map(read_policy).transpose()?;
    let report = if request.path.is_dir() {
        check_folder(&request, policy.as_ref())?
    } else {
        check_file(&request, policy.as_ref())?
    };
    let text = if request.json {
        format!("{}\n", report.to_json())
    } else {
        report.to_string()
    };
    io::stdout()
        .lock()
        .write_all(text.as_bytes())
        .map_err(Failure::Output)?;
    if policy.is_none() && !request.json {
        let hint = "hint: give `--policy FILE` to check who signed\n";
        io::stderr()
            .lock()
            .write_all(hint.as_bytes())
            .map_err(Failure::Output)?;
    }
    Ok(report.verdict().exit_code())
}

fn check_folder(request: &Request, policy: Option<&Policy>) -> Result<Report, Failure> {
    if request.data.is_some() {
        return Err(Failure::DataWithLedger);
    }
    let folder = ledger_folder(&request.path);
    let read = |path: &str, limit: usize| read_plain(&folder.join(path), limit);
    let threads = thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    let mut stderr = io::stderr().lock();
    let shows = !request.json && stderr.is_terminal();
    let check = check_ledger(&read, policy, threads, &mut |progress| {
        if shows {
            let Progress { entries, of } = progress;
            // Progress that cannot be shown is not missed.
            let _ = write!(stderr, "\r{entries} of {of} entries");
        }
    });
    if shows {
        let _ = writeln!(stderr);
    }
    if !request.json {
        for problem in &check.problems {
            let _ = writeln!(stderr, "problem: {problem}");
        }
    }
    Ok(check.report)
}

/// The ledger itself: the folder, or the one called `ledger` in it when the folder is that of an archive.
fn ledger_folder(path: &Path) -> PathBuf {
    let inner = path.join("ledger");
    if !path.join(CHECKPOINT_PATH).exists() && inner.join(CHECKPOINT_PATH).exists() {
        return inner;
    }
    path.to_owned()
}

fn check_file(request: &Request, policy: Option<&Policy>) -> Result<Report, Failure> {
    let data = request.data.as_deref().ok_or(Failure::NoData)?;
    let receipt = read_file(&request.path, MAX_RECEIPT_BYTES)?;
    let entry = read_file(data, MAX_ENTRY_BYTES)?;
    Ok(check_receipt(&receipt, &entry, policy))
}

fn read_policy(path: &Path) -> Result<Policy, Failure> {
    let bytes = read_file(path, MAX_POLICY_BYTES)?;
    Policy::parse(&bytes).map_err(|error| Failure::Policy {
        path: path.to_owned(),
        error,
    })
}

fn read_file(path: &Path, limit: usize) -> Result<Vec<u8>, Failure> {
    let failure = |error| Failure::Read {
        path: path.to_owned(),
        error,
    };
    read_within(path, limit)
        .and_then(|bytes| bytes.ok_or_else(|| io::ErrorKind::NotFound.into()))
        .map_err(failure)
}

/// The bytes of a file of a ledger, which must be a plain one: a pipe put in its place would keep us waiting for ever.
fn read_plain(path: &Path, limit: usize) -> io::Result<Option<Vec<u8>>> {
    match path.metadata() {
        Ok(found) if !found.is_file() => Err(io::ErrorKind::InvalidInput.into()),
        _ => read_within(path, limit),
    }
}

/// The bytes of a file, at most `limit`; `None` when it is not there.
fn read_within(path: &Path, limit: usize) -> io::Result<Option<Vec<u8>>> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let length = file.metadata()?.len().min(limit as u64) as usize;
    let mut bytes = Vec::with_capacity(length + 1);
    file.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > limit {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(Some(bytes))
}

/// What the arguments ask for.
enum Asked {
    Check(Request),
    Text(String),
}

struct Request {
    path: PathBuf,
    data: Option<PathBuf>,
    policy: Option<PathBuf>,
    json: bool,
}

impl Request {
    fn read(mut arguments: impl Iterator<Item = OsString>) -> Result<Asked, Failure> {
        let (mut path, mut data, mut policy, mut json) = (None, None, None, false);
        let mut only_paths = false;
        while let Some(argument) = arguments.next() {
            let option = argument
                .to_str()
                .filter(|text| !only_paths && text.starts_with('-'));
            let slot = match option {
                None => {
                    set(&mut path, argument, "PATH")?;
                    continue;
                }
                Some("--") => {
                    only_paths = true;
                    continue;
                }
                Some("--json") => {
                    json = true;
                    continue;
                }
                Some("-h" | "--help") => return Ok(Asked::Text(HELP.to_owned())),
                Some("-V" | "--version") => {
                    let version = env!("CARGO_PKG_VERSION");
                    return Ok(Asked::Text(format!("cenotaph-verify {version}\n")));
                }
                Some("--data") => (&mut data, "--data"),
                Some("--policy") => (&mut policy, "--policy"),
                Some(option) => return Err(Failure::Option(option.to_owned())),
            };
            let value = arguments.next().ok_or(Failure::NoValue(slot.1))?;
            set(slot.0, value, slot.1)?;
        }
        let path = path.ok_or(Failure::NoPath)?;
        Ok(Asked::Check(Self {
            path,
            data,
            policy,
            json,
        }))
    }
}

fn set(slot: &mut Option<PathBuf>, value: OsString, name: &'static str) -> Result<(), Failure> {
    match slot.replace(value.into()) {
        None => Ok(()),
        Some(_) => Err(Failure::Twice(name)),
    }
}

/// Why nothing could be checked.
enum Failure {
    NoPath,
    NoData,
    DataWithLedger,
    NoValue(&'static str),
    Twice(&'static str),
    Option(String),
    Read { path: PathBuf, error: io::Error },
    Policy { path: PathBuf, error: PolicyError },
    Output(io::Error),
}

impl Failure {
    fn hint(&self) -> Option<&'static str> {
        match self {
            Self::NoPath | Self::NoValue(_) | Self::Twice(_) | Self::Option(_) => {
                Some("`cenotaph-verify --help` shows what can be given")
            }
            Self::NoData => Some("give the entry with `--data ENTRY`"),
            Self::DataWithLedger => Some("`--data` goes with a receipt"),
            Self::Read { error, .. } if error.kind() == io::ErrorKind::FileTooLarge => {
                Some("a receipt, entry or policy is never that large")
            }
            Self::Policy { .. } => Some("the form of policies is that of c2sp.org/tlog-policy"),
            Self::Read { .. } | Self::Output(_) => None,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPath => f.write_str("no receipt and no ledger was given"),
            Self::NoData => f.write_str("a receipt says nothing without its entry"),
            Self::DataWithLedger => f.write_str("an entry was given along with a whole ledger"),
            Self::NoValue(name) => write!(f, "`{name}` needs a value"),
            Self::Twice(name) => write!(f, "`{name}` was given twice"),
            Self::Option(option) => write!(f, "there is no option `{option}`"),
            Self::Read { path, error } => write!(f, "cannot read `{}`: {error}", path.display()),
            Self::Policy { path, error } => write!(f, "`{}`: {error}", path.display()),
            Self::Output(error) => write!(f, "cannot write the report: {error}"),
        }
    }
}
