//! What hangs on the wall and lies on the table: the exhibition on paper, as PDF.
//!
//! Two languages stand on each sheet at equal size, one that runs from the left at the left, one that runs from the right at the
//! right. What is printed where and at what size is described in `docs/panels.md`.

mod code;
mod handout;
mod labels;
mod names;
mod plain;
mod press;
mod records;
mod rooms;
mod size;

use edition::{Pictures, RecordId, edition::Edition};

use crate::{Lang, Options, RenderError, Sink, Way, pictures::Gallery, site::Site, words::Words};

pub(crate) use code::{write_item, write_rooms, write_subject};
pub use size::Size;

/// What is to be printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PanelOptions {
    /// Languages of each sheet, two and two; the one that runs from the left comes first, whatever the order here.
    pub pairs: Vec<(Lang, Lang)>,
    /// Sizes of paper. Each kind of sheet is printed in those of its own sizes that are asked for; empty: in its usual size.
    pub sizes: Vec<Size>,
    /// With bleed and crop marks.
    pub marks: bool,
    /// Whose panels are printed.
    pub people: People,
    /// Where the exhibition stands, such as `https://example.org/memorial`. QR codes lead there; without it there are none, and the
    /// sheets say in words where to look.
    pub base_address: Option<String>,
}

/// Of whom panels are printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum People {
    /// Of everybody on the wall when they are at most [`FEW`]; otherwise of nobody.
    #[default]
    Few,
    /// Of everybody on the wall.
    All,
    /// Of these.
    Chosen(Vec<RecordId>),
}

/// How many people get panels unasked. Chosen by us: a room holds no more.
pub const FEW: usize = 40;

/// What was printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PanelReport {
    /// Files (PDF).
    pub files: u64,
    /// Pages in them.
    pub pages: u64,
    /// Bytes of all files.
    pub bytes: u64,
    /// People with a panel of their own.
    pub people: u64,
    /// Pictures that are not on their panel, and why.
    pub pictures_missing: Vec<String>,
}

/// Prints `edition` to `sink`.
///
/// # Errors
///
/// [`RenderError::NoLanguage`] when no pair is asked for; [`RenderError::NotOnTheWall`] for a chosen record that is not;
/// [`RenderError::Print`] and [`RenderError::Sink`] with the first file that could not be made. What was written before then stays.
pub fn print_panels(
    edition: &Edition,
    pictures: &Pictures<'_>,
    options: &PanelOptions,
    sink: &dyn Sink,
) -> Result<PanelReport, RenderError> {
    if options.pairs.is_empty() {
        return Err(RenderError::NoLanguage);
    }
    let site_options = Options {
        languages: Lang::ALL.to_vec(),
        base_address: options.base_address.clone(),
        program_version: String::new(),
        way: Way::Web,
    };
    let site = Site::new(edition, Gallery::planned(edition, false), &site_options);
    let people = chosen(&site, &options.people)?;
    let mut report = PanelReport {
        people: people.len() as u64,
        ..PanelReport::default()
    };
    for pair in &options.pairs {
        let (left, right) = match *pair {
            (one, two) if one.is_rtl() && !two.is_rtl() => (two, one),
            pair => pair,
        };
        let words = [Words::new(left), Words::new(right)];
        let mut press = press::Press::new((&site, pictures), &words, options, sink, &mut report);
        rooms::title(&mut press)?;
        rooms::rooms(&mut press)?;
        names::panels(&mut press)?;
        names::book(&mut press)?;
        records::people(&mut press, &people)?;
        records::sites(&mut press)?;
        labels::labels(&mut press)?;
        handout::handout(&mut press)?;
        handout::book_of_memory(&mut press)?;
    }
    Ok(report)
}

/// The people of whom panels are printed, in the order of the room or of the choice.
fn chosen(site: &Site<'_>, people: &People) -> Result<Vec<RecordId>, RenderError> {
    let wall = || -> Vec<RecordId> {
        site.members("people")
            .filter(|subject| site.is_victim(subject.id))
            .map(|subject| subject.id)
            .collect()
    };
    match people {
        People::All => Ok(wall()),
        People::Few => Ok(Some(wall())
            .filter(|wall| wall.len() <= FEW)
            .unwrap_or_default()),
        People::Chosen(chosen) => {
            let missing = chosen
                .iter()
                .find(|id| site.subject(**id).is_none() || !site.is_victim(**id));
            match missing {
                Some(id) => Err(RenderError::NotOnTheWall(*id)),
                None => Ok(chosen.clone()),
            }
        }
    }
}
