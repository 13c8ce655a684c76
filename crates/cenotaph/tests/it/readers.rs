//! Readers apart: what they may not do, and that whatever becomes of them the program goes on and the file is kept.

use std::{fs, path::Path, process::Command, thread, time::Duration};

use registrar::{Answer, Bounds, Job, Readers, Wants};

use crate::run::Place;

/// A report with a name, a count, a date and a quotation, as often as wanted.
fn report(times: usize) -> Vec<u8> {
    "PARIS, 12 November 2019 – Mostafa Karimi said \u{201c}over 30,000 were killed\u{201d} in the summer of 1988.\n\n"
        .repeat(times)
        .into_bytes()
}

fn job(name: &str, bytes: Vec<u8>) -> Job {
    Job {
        name: name.to_owned(),
        bytes,
        wants: Wants::Parts,
    }
}

fn apart(bounds: Bounds) -> Readers {
    Readers::apart(
        Path::new(env!("CARGO_BIN_EXE_cenotaph")),
        &["reader"],
        bounds,
    )
}

fn codes(answer: &Answer) -> Vec<&'static str> {
    answer.problems().map(|problem| problem.code()).collect()
}

/// The process identifiers of running readers with this bound of memory, which stands in their command line.
fn readers_with(memory: u64) -> Vec<String> {
    let mark = format!("reader\0{memory}\0");
    let processes = fs::read_dir("/proc").expect("processes");
    processes
        .filter_map(|process| {
            let process = process.ok()?;
            let line = fs::read_to_string(process.path().join("cmdline")).ok()?;
            let pid = process.file_name().into_string().ok()?;
            line.contains(&mark).then_some(pid)
        })
        .collect()
}

fn kill(pid: &str) {
    let _ = Command::new("kill")
        .args(["-9", pid])
        .output()
        .expect("kill runs");
}

#[test]
fn a_reader_apart_reads_what_one_here_reads() {
    let readers = apart(Bounds::default());
    let html = b"<html><head><title>A</title></head><body><article><p>Ali Rezaei was born in Shiraz in 1340.</p><img src=a.jpg alt=x></article>".to_vec();
    for job in [
        job("report.txt", report(3)),
        job("page.html", html),
        job("empty.txt", Vec::new()),
        job("what.bin", vec![0, 159, 146, 150]),
        job(
            "old.txt",
            b"\xe3\xcd\xe3\xcf \xda\xc8\xcf\xc7\xe1\xe1\xe5\0".to_vec(),
        ),
    ] {
        let here = Readers::here().read(&job);
        let there = readers.read(&job);
        assert_eq!(there.reading, here.reading, "{}", job.name);
        assert_eq!(there.media_type, here.media_type, "{}", job.name);
        assert_eq!(there.failure, None, "{}", job.name);
    }
}

#[test]
fn inside_a_reader_files_and_sockets_are_refused() {
    let memory = (3 << 30) + 1;
    let readers = apart(Bounds {
        memory,
        ..Bounds::default()
    });
    readers.read(&job("a.txt", report(1)));
    let confined = readers.confined().expect("a reader was started");
    assert!(confined.no_files && confined.no_network && confined.limits);
    // The one lock that a kernel may lack.
    let missing = confined.missing();
    assert!(
        missing.iter().all(|lock| *lock == "landlock"),
        "{missing:?}"
    );
    let [pid] = readers_with(memory).try_into().expect("one reader waits");
    let status = fs::read_to_string(format!("/proc/{pid}/status")).expect("its status");
    assert!(status.contains("NoNewPrivs:\t1"), "{status}");
    assert!(status.contains("Seccomp:\t2"), "{status}");
    drop(readers);
    assert_eq!(readers_with(memory), Vec::<String>::new());
}

#[test]
fn a_reader_that_wants_too_much_memory_or_time_is_ended_and_the_next_file_is_read() {
    let tight = Bounds {
        memory: 300 << 20,
        ..Bounds::default()
    };
    let short = Bounds {
        clock: 0.25,
        ..Bounds::default()
    };
    // More than may be had, and more than can be read in so little time.
    for (bounds, times, code) in [
        (tight, 2_000_000, "reader-out-of-memory"),
        (short, 600_000, "reader-timed-out"),
    ] {
        let readers = apart(bounds);
        let answer = readers.read(&job("long.txt", report(times)));
        assert_eq!(codes(&answer), [code], "{:?}", answer.failure);
        assert_eq!(answer.reading, None);
        assert_eq!(answer.media_type.as_str(), "text/plain");
    }
    let readers = apart(tight);
    let jobs = [
        job("long.txt", report(2_000_000)),
        job("short.txt", report(1)),
    ];
    let answers = readers
        .read_all(jobs.into_iter().map(|job| Ok::<_, ()>(Some(job))), |a| a)
        .expect("no job fails");
    let read: Vec<bool> = answers
        .iter()
        .map(|answer| answer.as_ref().is_some_and(|a| a.reading.is_some()))
        .collect();
    assert_eq!(read, [false, true]);
}

#[test]
fn a_program_that_is_no_reader_is_a_problem_and_not_an_answer() {
    for program in ["/bin/false", "/bin/echo", "/no/such/program"] {
        let readers = Readers::apart(Path::new(program), &["reader"], Bounds::default());
        let answer = readers.read(&job("a.txt", report(1)));
        assert_eq!(codes(&answer), ["reader-crashed"], "{program}");
    }
}

#[test]
fn an_item_whose_reader_is_killed_is_kept_and_flagged() {
    let place = Place::with_archive();
    let long = place.write("long.txt", report(100_000));
    let child = Command::new(env!("CARGO_BIN_EXE_cenotaph"))
        .args(["--archive", "a", "add", "long.txt"])
        .current_dir(long.parent().expect("a folder"))
        .env_clear()
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("it runs");
    let parent = child.id().to_string();
    let reader = (0..20_000).find_map(|_| {
        thread::sleep(Duration::from_millis(1));
        let of_any_thread = fs::read_dir(format!("/proc/{parent}/task")).ok()?;
        let children = of_any_thread
            .filter_map(|thread| fs::read_to_string(thread.ok()?.path().join("children")).ok())
            .collect::<String>();
        children.split_whitespace().next().map(str::to_owned)
    });
    kill(&reader.expect("a reader was started"));
    let output = child.wait_with_output().expect("it ends");
    let out = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{out}");
    assert!(out.contains("EV-000001"), "{out}");
    assert!(
        out.contains("flagged: long.txt: the reader of this file crashed"),
        "{out}"
    );
    place.run(&["--archive", "a", "check"]).ok();
}
