//! The command-line reference, so that no flag changes unseen.

use crate::run::Place;

const COMMANDS: &[&str] = &[
    "demo",
    "init",
    "add",
    "import",
    "read",
    "search",
    "log",
    "check",
    "verify",
    "exhibit",
    "cover",
    "erase",
    "synth",
    "match",
    "suggest",
    "review",
    "names",
    "names score",
    "names parts",
];

fn help(place: &Place, command: &str) -> String {
    let words: Vec<&str> = command.split(' ').chain(["--help"]).collect();
    place.run(&words).ok().out
}

#[test]
fn the_reference_is_as_it_was() {
    let place = Place::new();
    let mut reference = place.run(&["--help"]).ok().out;
    for command in COMMANDS {
        reference += &format!("\n---- {command}\n\n{}", help(&place, command));
    }
    insta::assert_snapshot!(reference);
}

#[test]
fn each_command_has_an_example() {
    let place = Place::new();
    for command in COMMANDS {
        let help = help(&place, command);
        assert!(help.contains("Example"), "{command} has no example");
    }
}
