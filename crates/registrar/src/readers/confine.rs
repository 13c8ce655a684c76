//! The locks that a reader puts on itself before it sees a stranger's byte. None of them can be taken off again.

use std::{fs::File, net::UdpSocket};

use landlock::{
    ABI, Access as _, AccessFs, AccessNet, Ruleset, RulesetAttr as _, RulesetStatus, Scope,
};
use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
use seccompiler::{BpfProgram, SeccompAction, SeccompFilter, TargetArch};
use serde::{Deserialize, Serialize};

/// How a reader is shut in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confined {
    /// The kernel's Landlock refuses files, and connections where it knows how.
    pub landlock: bool,
    /// The kernel's seccomp refuses all system calls but a few.
    pub seccomp: bool,
    /// Memory and processor time are limited, and no core is dumped.
    pub limits: bool,
    /// It tried to open a file and was refused.
    pub no_files: bool,
    /// It tried to open a socket and was refused.
    pub no_network: bool,
}

impl Confined {
    /// The locks that are missing, each a word: `landlock`, `seccomp`, `limits`, `files`, `network`. Empty on a kernel that has them all.
    pub fn missing(self) -> Vec<&'static str> {
        [
            (self.landlock, "landlock"),
            (self.seccomp, "seccomp"),
            (self.limits, "limits"),
            (self.no_files, "files"),
            (self.no_network, "network"),
        ]
        .into_iter()
        .filter(|(holds, _)| !holds)
        .map(|(_, word)| word)
        .collect()
    }
}

/// The locks that threads started later inherit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before {
    limits: bool,
    landlock: bool,
}

/// Puts the locks on this process that still let it start a thread.
pub(super) fn confine_before(memory: u64, processor: u64) -> Before {
    Before {
        limits: limit(memory, processor),
        landlock: refuse_files().unwrap_or(false),
    }
}

/// Puts the last lock on all threads of this process, tries all of them, and says which hold.
pub(super) fn confine(before: Before) -> Confined {
    let seccomp = refuse_calls();
    Confined {
        landlock: before.landlock,
        seccomp,
        limits: before.limits,
        no_files: File::open("/").is_err(),
        no_network: UdpSocket::bind("127.0.0.1:0").is_err(),
    }
}

fn limit(memory: u64, processor: u64) -> bool {
    let bounds = [
        (Resource::As, memory),
        (Resource::Cpu, processor),
        (Resource::Core, 0),
        (Resource::Fsize, 0),
    ];
    let set = bounds.map(|(resource, bound)| {
        let both = Rlimit {
            current: Some(bound),
            maximum: Some(bound),
        };
        setrlimit(resource, both).is_ok()
    });
    set.iter().all(|set| *set) && set_dumpable_behavior(DumpableBehavior::NotDumpable).is_ok()
}

/// Refuses every access to files that Landlock knows, and every connection; also takes away the way to new privileges.
fn refuse_files() -> Result<bool, landlock::RulesetError> {
    let newest = ABI::V6;
    let status = Ruleset::default()
        .handle_access(AccessFs::from_all(newest))?
        .handle_access(AccessNet::from_all(newest))?
        .scope(Scope::from_all(newest))?
        .create()?
        .restrict_self()?;
    Ok(status.ruleset != RulesetStatus::NotEnforced && status.no_new_privs)
}

/// What a reader needs once it runs: its pipes, memory, signals of the runtime, the time, chance for hash tables, and an end. Opening,
/// connecting, starting and tracing are not among it.
const CALLS: &[libc::c_long] = &[
    libc::SYS_read,
    libc::SYS_readv,
    libc::SYS_write,
    libc::SYS_writev,
    libc::SYS_close,
    libc::SYS_mmap,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_mprotect,
    libc::SYS_madvise,
    libc::SYS_brk,
    libc::SYS_futex,
    libc::SYS_sched_yield,
    libc::SYS_sched_getaffinity,
    libc::SYS_getrandom,
    libc::SYS_clock_gettime,
    libc::SYS_clock_nanosleep,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_sigaltstack,
    libc::SYS_restart_syscall,
    libc::SYS_getpid,
    libc::SYS_gettid,
    libc::SYS_tgkill,
    libc::SYS_exit,
    libc::SYS_exit_group,
];

/// Refuses every system call that is not in `CALLS`: it fails as if it were not permitted, so that a library that asks in vain
/// goes on.
fn refuse_calls() -> bool {
    let Ok(machine) = TargetArch::try_from(std::env::consts::ARCH) else {
        return false;
    };
    let rules = CALLS.iter().map(|call| (*call, Vec::new())).collect();
    let filter = SeccompFilter::new(
        rules,
        SeccompAction::Errno(libc::EPERM as u32),
        SeccompAction::Allow,
        machine,
    );
    let program = filter.and_then(BpfProgram::try_from);
    program.is_ok_and(|program| seccompiler::apply_filter_all_threads(&program).is_ok())
}
