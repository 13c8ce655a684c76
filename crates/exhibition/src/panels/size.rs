//! Sizes of paper, and how large what stands on them is. Figures are those of the exhibition brief, section 10: body text for the
//! distance from which a sheet is read, codes a tenth of the distance from which they are scanned.

use serde_json::{Value, json};

/// A size of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Size {
    /// 841 × 1189 mm.
    A0,
    /// 594 × 841 mm.
    A1,
    /// 420 × 594 mm.
    A2,
    /// 297 × 420 mm.
    A3,
    /// 210 × 297 mm.
    A4,
    /// 148 × 210 mm.
    A5,
    /// 850 × 2000 mm, and 150 mm that the foot of the stand hides.
    RollUp,
    /// 200 × 150 mm, beside an object.
    Label,
}

/// Millimetres and points of a sheet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measures {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) bleed: f64,
    /// Nothing stands nearer to the edge.
    pub(crate) margin: f64,
    /// At the bottom: hidden by a stand, or too near the floor to be read.
    pub(crate) hidden: f64,
    /// Points of running text.
    pub(crate) body: f64,
    /// Points of what is read at arm's length.
    pub(crate) small: f64,
    /// Points of a title.
    pub(crate) title: f64,
    /// Millimetres of a code's side, with its quiet zone.
    pub(crate) code: f64,
    /// Millimetres of the foot of a sheet.
    pub(crate) foot: f64,
    /// Millimetres of a portrait's width or a map's height.
    pub(crate) picture: f64,
    /// Millimetres of a folded half.
    pub(crate) half: f64,
}

impl Size {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::A0,
        Self::A1,
        Self::A2,
        Self::A3,
        Self::A4,
        Self::A5,
        Self::RollUp,
        Self::Label,
    ];

    /// Its word in file names and on the command line.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::A0 => "a0",
            Self::A1 => "a1",
            Self::A2 => "a2",
            Self::A3 => "a3",
            Self::A4 => "a4",
            Self::A5 => "a5",
            Self::RollUp => "rollup",
            Self::Label => "label",
        }
    }

    #[rustfmt::skip]
    pub(crate) fn measures(self) -> Measures {
        let [width, height, bleed, margin, hidden, body, small, title, code, foot, picture] = match self {
            Self::A0 => [841.0, 1189.0, 5.0, 44.0, 0.0, 28.0, 20.0, 160.0, 100.0, 128.0, 300.0],
            Self::A1 => [594.0, 841.0, 5.0, 32.0, 0.0, 24.0, 15.0, 120.0, 80.0, 102.0, 220.0],
            Self::A2 => [420.0, 594.0, 5.0, 24.0, 0.0, 18.0, 12.0, 84.0, 50.0, 68.0, 140.0],
            Self::A3 => [297.0, 420.0, 3.0, 18.0, 0.0, 14.0, 9.5, 60.0, 40.0, 54.0, 95.0],
            Self::A4 => [210.0, 297.0, 3.0, 16.0, 0.0, 10.5, 8.0, 26.0, 25.0, 36.0, 62.0],
            Self::A5 => [148.0, 210.0, 3.0, 11.0, 0.0, 10.0, 7.5, 22.0, 25.0, 36.0, 45.0],
            // Nothing to be read stands below 80 cm from the floor: 650 mm of what is seen, and the 150 that are not.
            Self::RollUp => [850.0, 2150.0, 5.0, 50.0, 800.0, 32.0, 22.0, 200.0, 120.0, 158.0, 320.0],
            Self::Label => [200.0, 150.0, 0.0, 8.0, 0.0, 18.0, 7.0, 24.0, 30.0, 36.0, 60.0],
        };
        Measures { width, height, bleed, margin, hidden, body, small, title, code, foot, picture, half: width / 2.0 }
    }
}

impl Measures {
    /// Width between the margins.
    pub(crate) fn inner(self) -> f64 {
        self.width - 2.0 * self.margin
    }

    /// As the sources read it.
    pub(crate) fn json(self) -> Value {
        json!({
            "width": self.width, "height": self.height, "bleed": self.bleed, "margin": self.margin, "hidden": self.hidden,
            "body": self.body, "small": self.small, "title": self.title, "code": self.code, "foot": self.foot,
            "picture": self.picture, "half": self.half,
        })
    }
}

/// Sizes of letters from `most` down to `least` points, each a tenth smaller: the largest that fits is taken.
pub(crate) fn steps(most: f64, least: f64) -> Vec<f64> {
    let mut steps = Vec::new();
    let mut step = most;
    while step > least {
        steps.push((step * 10.0).round() / 10.0);
        step *= 0.92;
    }
    steps.push(least);
    steps
}
