//! What was typed. The doc comments are the help texts.

use std::{net::SocketAddr, path::PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum as _, builder::PossibleValuesParser};

use crate::words::Lang;

/// Keeps the evidence of a mass killing, shows it as a memorial exhibition, and lets anyone check it offline
#[derive(Debug, Parser)]
#[command(
    name = "cenotaph",
    version,
    arg_required_else_help = true,
    after_help = "Start with `cenotaph demo`."
)]
pub(crate) struct Cli {
    /// Folder of the archive; without it, the nearest folder upward that holds `archive.toml`
    #[arg(long, global = true, value_name = "DIR", help_heading = "Everywhere")]
    pub(crate) archive: Option<PathBuf>,
    /// Language of messages
    #[arg(long, global = true, value_enum, help_heading = "Everywhere")]
    pub(crate) lang: Option<Lang>,
    /// Write one JSON document to standard output and nothing else
    #[arg(long, global = true, help_heading = "Everywhere")]
    pub(crate) json: bool,
    /// Who is doing this, as the ledger shall name them
    #[arg(
        long,
        global = true,
        value_name = "NAME",
        default_value = "archivist",
        help_heading = "Everywhere"
    )]
    pub(crate) actor: String,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Demo(Demo),
    Init(Init),
    Add(Add),
    Import(Import),
    Read(Read),
    Match(Match),
    Suggest(Suggest),
    Review(Review),
    Names(Names),
    Search(Search),
    Log(Log),
    /// Read and hash everything in the archive again, and say whether it is as the ledger says
    #[command(after_help = "Example:\n  cenotaph --archive my-archive check")]
    Check,
    Verify(Verify),
    Exhibit(Exhibit),
    Export(Export),
    Cover(Cover),
    Erase(Erase),
    Synth(Synth),
    #[command(hide = true)]
    Reader(Reader),
}

/// Build the Paris 2019 archive and its exhibition from nothing, check them, and show them on this machine
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  cenotaph demo --dir paris --no-serve")]
pub(crate) struct Demo {
    /// Where to put archive and exhibition
    #[arg(long, value_name = "DIR", default_value = "cenotaph-demo")]
    pub(crate) dir: PathBuf,
    /// The original press report, to take the place of our summary
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
    /// Stop when everything is built and checked
    #[arg(long)]
    pub(crate) no_serve: bool,
    /// Loopback address to serve on; port 0 takes a free one
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:1988")]
    pub(crate) addr: SocketAddr,
}

/// Make a new archive
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  cenotaph init my-archive --name \"Village of A., 1988\"")]
pub(crate) struct Init {
    /// The folder to make
    pub(crate) dir: PathBuf,
    /// What the archive is called
    #[arg(long)]
    pub(crate) name: String,
}

/// Take in files and folders as items with evidence numbers; they are never changed
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  cenotaph add scans/ --source f0123456789abc4 --access confidential"
)]
pub(crate) struct Add {
    /// Files and folders
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// Source they come from, by its identifier
    #[arg(long)]
    pub(crate) source: Option<String>,
    /// How far they may be shown; new items are restricted unless you say otherwise
    #[arg(long, value_parser = ["public", "restricted", "confidential"])]
    pub(crate) access: Option<String>,
    /// How they were obtained, in words
    #[arg(long, default_value = "added from a file", value_name = "WORDS")]
    pub(crate) how: String,
}

/// Read a table into records and claims, a whole case folder, or another system's export; doing it twice changes nothing
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cenotaph import victims.csv --propose > victims.toml\n  cenotaph import victims.csv --map victims.toml\n  \
                  cenotaph import cases/paris-2019\n  cenotaph import uwazi-export.zip --from uwazi --source \"The group's Uwazi\""
)]
pub(crate) struct Import {
    /// A CSV, TSV, XLSX or ODS file, a folder with `case.toml`, or with `--from` a file or folder of that system
    pub(crate) path: PathBuf,
    /// The system whose export it is
    #[arg(long, value_name = "FORMAT", value_parser = PossibleValuesParser::new(registrar::import_formats()), conflicts_with_all = ["map", "report"])]
    pub(crate) from: Option<String>,
    /// What its records are where it does not say so; people unless you say otherwise
    #[arg(long, value_parser = ["person", "group", "place", "event", "statement", "proceeding"], requires = "from")]
    pub(crate) kind: Option<String>,
    /// Import nothing, but write a mapping file for this table to standard output, proposed from its headers
    #[arg(long, conflicts_with_all = ["map", "report", "from", "source", "access"])]
    pub(crate) propose: bool,
    /// The mapping file; without it, columns with well-known names are taken
    #[arg(long, value_name = "MAP.toml")]
    pub(crate) map: Option<PathBuf>,
    /// The sheet of an XLSX or ODS file; the first one with rows that is not hidden unless you say otherwise
    #[arg(long, value_name = "NAME")]
    pub(crate) sheet: Option<String>,
    /// Title of the source that the table or export is; exports under one title are one system, and its keys are one record each
    #[arg(long, value_name = "TITLE")]
    pub(crate) source: Option<String>,
    /// For a case folder: the original press report, to take the place of the summary
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
    /// The most open that a table and its claims may be; restricted unless you say otherwise
    #[arg(long, value_parser = ["public", "restricted", "confidential"])]
    pub(crate) access: Option<String>,
}

/// Say what a file says, without any archive
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  cenotaph read report.txt --json")]
pub(crate) struct Read {
    /// The file
    pub(crate) file: PathBuf,
}

/// Serve as the process in which this program reads strangers' files; started by the program itself
#[derive(Debug, Args)]
pub(crate) struct Reader {
    /// Bytes of memory
    pub(crate) memory: u64,
    /// Seconds of processor time
    pub(crate) processor: u64,
}

/// Say which records are one person, across lists, scripts and calendars: in a table, or in an archive
#[derive(Debug, Args)]
#[command(
    after_help = "The table has a header and any of the columns rec_id, list, name, given, surname, father, sex, birth, age, death, \
                  place, birth_place, affiliation, calendar, their twins in another script (name_fa) and identifiers (id:passport). \
                  It may be packed (gzip, Zstandard). See docs/formats/match.md.\n\n\
                  Without a table, the people of the archive are matched: what is probable is proposed to reviewers.\n\n\
                  Examples:\n  cenotaph match --accept-certain\n  cenotaph match lists.csv --out clusters.csv --pairs pairs.csv\n  \
                  cenotaph match lists.tsv.gz --out clusters.csv --clean ministry --judgements decided.csv --report report.json"
)]
pub(crate) struct Match {
    /// The table, CSV or TSV; `-` reads standard input
    #[arg(value_name = "TABLE", requires = "out")]
    pub(crate) table: Option<PathBuf>,
    /// Where to write which record belongs to which cluster
    #[arg(long, value_name = "FILE", requires = "table")]
    pub(crate) out: Option<PathBuf>,
    /// Where to write the pairs, each with its reasons
    #[arg(long, value_name = "FILE", requires = "table")]
    pub(crate) pairs: Option<PathBuf>,
    /// Where to write what was done and found, as JSON
    #[arg(long, value_name = "FILE", requires = "table")]
    pub(crate) report: Option<PathBuf>,
    /// A list that names nobody twice, as the table calls it; may be given again
    #[arg(long, value_name = "LIST", requires = "table")]
    pub(crate) clean: Vec<String>,
    /// Decisions to keep to: a table of left, right and decision (same, different, undecided)
    #[arg(long, value_name = "FILE", requires = "table")]
    pub(crate) judgements: Option<PathBuf>,
    /// Write the columns of the table behind those of the clusters
    #[arg(long, requires = "table")]
    pub(crate) carry: bool,
    /// Leave out pairs below this weight, in bits; 0 is where one person is as likely as two
    #[arg(
        long,
        value_name = "BITS",
        default_value_t = -6.0,
        allow_negative_numbers = true
    )]
    pub(crate) floor: f32,
    /// Look for more pairs, and take longer
    #[arg(long)]
    pub(crate) thorough: bool,
    /// Within an archive: propose pairs at least so probable to reviewers
    #[arg(
        long,
        value_name = "PROBABILITY",
        default_value_t = 0.5,
        conflicts_with = "table"
    )]
    pub(crate) propose: f32,
    /// Within an archive: decide what a stated rule calls certain; the ledger says that the rule did
    #[arg(long, conflicts_with = "table")]
    pub(crate) accept_certain: bool,
    /// How many threads; without it, as many as the machine has. Changes nothing but the time
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
}

/// Read an item and propose what it could add: people, positions, events, tolls, remarks, demands
#[derive(Debug, Args)]
#[command(
    arg_required_else_help = true,
    after_help = "Nothing proposed is a claim, or is shown to anybody, until it is accepted with `cenotaph review`.\n\n\
                  Example:\n  cenotaph suggest EV-000003"
)]
pub(crate) struct Suggest {
    /// Number of the item
    #[arg(value_name = "ITEM")]
    pub(crate) item: String,
}

/// Look at pairs of records that may be one person, and decide
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cenotaph review --actor \"N. N.\"\n  cenotaph review --list\n  \
                  cenotaph review --decide p7k3m9q2x4t8wc p0v5n1rj6y2hdz same --reason \"same father, same grave\"\n  cenotaph review --undo"
)]
pub(crate) struct Review {
    /// Show the queue and ask nothing
    #[arg(long)]
    pub(crate) list: bool,
    /// Decide one pair: two identifiers, and `same`, `different` or `cannot-tell`
    #[arg(long, num_args = 3, value_names = ["LEFT", "RIGHT", "ANSWER"], conflicts_with = "list")]
    pub(crate) decide: Vec<String>,
    /// Take back your last decision; the ledger keeps both
    #[arg(long, conflicts_with_all = ["list", "decide"])]
    pub(crate) undo: bool,
    /// Show what was read out of items and waits, in place of pairs
    #[arg(long, conflicts_with_all = ["list", "decide", "undo"])]
    pub(crate) claims: bool,
    /// Make a proposal a claim: its identifier, or a record for everything proposed about it
    #[arg(long, value_name = "ID", conflicts_with_all = ["list", "decide", "undo"])]
    pub(crate) accept: Vec<String>,
    /// Set a proposal aside, named in the same way
    #[arg(long, value_name = "ID", conflicts_with_all = ["list", "decide", "undo"])]
    pub(crate) reject: Vec<String>,
    /// With one `--accept`: what shall be recorded in place of what was read
    #[arg(
        long,
        value_name = "TEXT",
        requires = "accept",
        conflicts_with = "reject"
    )]
    pub(crate) words: Option<String>,
    /// Why, in words; it stands in the ledger
    #[arg(long, default_value = "decided at review", value_name = "WORDS")]
    pub(crate) reason: String,
    /// At most so many pairs
    #[arg(long, default_value_t = 50)]
    pub(crate) limit: usize,
}

/// Compare names in any script, and show how one is read
#[derive(Debug, Args)]
#[command(
    arg_required_else_help = true,
    after_help = "Examples:\n  cenotaph names score pairs.tsv --out scored.tsv\n  cenotaph names parts \"Mostafa Pour Mohammadi\""
)]
pub(crate) struct Names {
    #[command(subcommand)]
    pub(crate) command: NamesCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum NamesCommand {
    Score(NamesScore),
    Parts(NamesParts),
}

/// Say of each pair of names how likely they are one (0 to 1), and why
#[derive(Debug, Args)]
#[command(
    after_help = "Each line is `left`, tab, `right`, and whatever follows; it is written again with `score` and `why` behind it.\n\n\
                  Examples:\n  cenotaph names score pairs.tsv --out scored.tsv\n  cenotaph names score - < pairs.tsv"
)]
pub(crate) struct NamesScore {
    /// The pairs, separated by tabs; `-` reads standard input
    #[arg(value_name = "PAIRS.tsv")]
    pub(crate) pairs: PathBuf,
    /// Where to write them; without it, to standard output
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// How many threads; without it, as many as the machine has. Changes nothing but the time
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
}

/// Show the parts of names, and what each part is taken for
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  cenotaph names parts \"Haj Seyyed Mostafa Pour-Mohammadi\"")]
pub(crate) struct NamesParts {
    /// Names, each in quotation marks
    #[arg(required = true, value_name = "NAME")]
    pub(crate) names: Vec<String>,
}

/// Look for names in any script, and for words in any document
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  cenotaph search پورمحمدی")]
pub(crate) struct Search {
    /// Names or words
    #[arg(required_unless_present = "alike")]
    pub(crate) query: Vec<String>,
    /// Show items that are alike instead: the same picture or text in other bytes
    #[arg(long, conflicts_with = "query")]
    pub(crate) alike: bool,
    /// At most so many results
    #[arg(long, default_value_t = 20)]
    pub(crate) limit: usize,
}

/// The ledger as people read it
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cenotaph log --from 100 --limit 20\n  cenotaph log --receipt 42 --out receipts"
)]
pub(crate) struct Log {
    /// First entry
    #[arg(long, default_value_t = 0)]
    pub(crate) from: u64,
    /// At most so many entries
    #[arg(long, default_value_t = 50)]
    pub(crate) limit: usize,
    /// Hand out one entry and the receipt that proves it is in the ledger
    #[arg(long, value_name = "ENTRY", requires = "out")]
    pub(crate) receipt: Option<u64>,
    /// Folder for entry and receipt
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
}

/// Check an archive, a ledger folder or a receipt, offline
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cenotaph verify my-archive\n  cenotaph verify 42.tlog-proof --data 42.json --policy policy"
)]
pub(crate) struct Verify {
    /// What to check
    pub(crate) path: PathBuf,
    /// Whose signatures count (C2SP tlog-policy)
    #[arg(long, value_name = "FILE")]
    pub(crate) policy: Option<PathBuf>,
    /// For a receipt: the entry it speaks of
    #[arg(long, value_name = "FILE")]
    pub(crate) data: Option<PathBuf>,
}

/// Words for sizes of paper.
const SIZES: [&str; 8] = ["a0", "a1", "a2", "a3", "a4", "a5", "rollup", "label"];

/// Two languages, as in `en,fa`.
fn pair(text: &str) -> Result<(Lang, Lang), String> {
    let lang = |tag: &str| Lang::from_str(tag.trim(), false);
    match text.split_once(',') {
        Some((one, two)) => Ok((lang(one)?, lang(two)?)),
        None => Err("two languages are needed, such as `en,fa`".to_owned()),
    }
}

/// Write the exhibition
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cenotaph exhibit --out site --languages en,fa\n  cenotaph exhibit --release 'For the opening'\n  cenotaph exhibit --compare 1 2\n  cenotaph exhibit --panels print --sizes a1,a3 --pair fr,ar --base https://memorial.example"
)]
pub(crate) struct Exhibit {
    /// Where to; without it, `exhibition` beside the archive's ledger
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Languages, separated by commas
    #[arg(long, value_delimiter = ',', default_value = "en,fr,fa,ar", value_enum)]
    pub(crate) languages: Vec<Lang>,
    /// Address at which it will be published; needed for canonical links and for QR codes
    #[arg(long, value_name = "URL")]
    pub(crate) base: Option<String>,
    /// How it will be visited
    #[arg(long, value_enum, default_value = "web")]
    pub(crate) way: Way,
    /// Enter it in the ledger as a release and say this of it
    #[arg(long, value_name = "NOTE")]
    pub(crate) release: Option<String>,
    /// Write it also as one file, which is the same whenever its pages are
    #[arg(long, value_name = "FILE")]
    pub(crate) zip: Option<PathBuf>,
    /// Write nothing, but tell what differs between two: numbers of releases, or folders
    #[arg(long, num_args = 2, value_names = ["A", "B"], conflicts_with_all = ["out", "base", "release", "zip"])]
    pub(crate) compare: Option<Vec<String>>,
    /// Print panels, labels and handouts (PDF) into this folder; the pages are then written only where `--out` says
    #[arg(long, value_name = "DIR", help_heading = "On paper")]
    pub(crate) panels: Option<PathBuf>,
    /// Sizes of paper, separated by commas; without it, each kind of sheet in its usual size
    #[arg(long, value_delimiter = ',', value_parser = SIZES, requires = "panels", help_heading = "On paper")]
    pub(crate) sizes: Vec<String>,
    /// Two languages that share each sheet; can be given several times
    #[arg(long, value_name = "LANG,LANG", value_parser = pair, default_value = "en,fa", help_heading = "On paper")]
    pub(crate) pair: Vec<(Lang, Lang)>,
    /// Bleed and crop marks, for a printer who cuts
    #[arg(long, requires = "panels", help_heading = "On paper")]
    pub(crate) print_marks: bool,
    /// Who gets a panel: identifiers separated by commas, or `all`; without it everybody, when they are at most 40
    #[arg(
        long,
        value_name = "WHO",
        value_delimiter = ',',
        requires = "panels",
        help_heading = "On paper"
    )]
    pub(crate) people: Vec<String>,
}

/// How an exhibition will be visited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Way {
    /// From a web server, an onion service or a folder
    Web,
    /// From a stick
    Stick,
    /// On a screen in the room
    Kiosk,
}

/// Write what an audience may see in the form of another system, or everything as files that are read without any program
#[derive(Debug, Args)]
#[command(
    after_help = "What a format cannot hold is counted and said. See docs/exchange.md.\n\n\
                  Examples:\n  cenotaph export --format uwazi --out for-uwazi\n  cenotaph export --format everything --out take-out --audience custodians"
)]
pub(crate) struct Export {
    /// The form
    #[arg(long, value_name = "FORMAT", value_parser = PossibleValuesParser::new(registrar::export_formats()))]
    pub(crate) format: String,
    /// Where to: a folder that does not exist yet
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// For whom: the public, readers with rights (restricted), or custodians (all, what is confidential included)
    #[arg(long, default_value = "public", value_parser = ["public", "readers", "custodians"])]
    pub(crate) audience: String,
}

/// Remove a record's or an item's data for good; a tombstone with the reason stays in the ledger
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  cenotaph erase p7k3m9q2x4t8wc --reason request-of-family --with-items"
)]
pub(crate) struct Erase {
    /// A record's identifier or an evidence number
    pub(crate) subject: String,
    /// Why; everyone can read this
    #[arg(long, value_name = "REASON")]
    pub(crate) reason: String,
    /// More words, for custodians only
    #[arg(long, default_value = "")]
    pub(crate) note: String,
    /// Also erase the items in which the erased claims were read
    #[arg(long)]
    pub(crate) with_items: bool,
}

/// Decide who may see a part of a page or picture; the others see black
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  cenotaph cover EV-000042#1,550,550,800,800 --reason \"a face that nobody was asked about\""
)]
pub(crate) struct Cover {
    /// Evidence number, `#`, page from 1, then left, top, right and bottom in thousandths of its width and height
    #[arg(value_name = "PLACE")]
    pub(crate) place: String,
    /// Who may see it: `public`, `restricted` (readers with rights) or `confidential` (custodians)
    #[arg(long, value_name = "ACCESS", default_value = "confidential")]
    pub(crate) access: String,
    /// Why
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: String,
}

/// Make up a case of any size for tests; nothing in it is real
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  cenotaph synth --people 30000 --lists 3 --seed 1 --out invented"
)]
pub(crate) struct Synth {
    /// How many people
    #[arg(long, default_value_t = 1000)]
    pub(crate) people: u32,
    /// How many lists, 1 to 9
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=9))]
    pub(crate) lists: u32,
    /// Everything follows from it
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// Draw a few pictures, a document and a recording as well
    #[arg(long)]
    pub(crate) pictures: bool,
    /// The folder to write
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
}
