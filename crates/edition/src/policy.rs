//! For whom an edition is made, and how far positions are blunted for them.

use model::{access::Access, position::Position};

use crate::{edition::Reason, positions};

/// Who will read the edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// Anyone: sees what is public.
    Public,
    /// Named readers: see what is restricted as well.
    Readers,
    /// The archive's custodians: see everything.
    Custodians,
}

/// What decides how an edition is redacted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Who will read it.
    pub audience: Audience,
    /// Grid to which positions are rounded, in millionths of a degree, whatever the audience; 0 leaves them as they are.
    /// A position known exactly is then shown as known to the town.
    pub blur_e6: u32,
}

impl Audience {
    /// The most closed access that this audience may see.
    pub fn sees(self) -> Access {
        match self {
            Self::Public => Access::Public,
            Self::Readers => Access::Restricted,
            Self::Custodians => Access::Confidential,
        }
    }
}

impl Policy {
    /// Grid for the public: a hundredth of a degree, at most 1.2 km. Chosen by us: sharp enough to find the town and the road
    /// on a map of the country, too blunt to find a grave that somebody may want to destroy.
    pub const PUBLIC_BLUR_E6: u32 = 10_000;

    /// The usual policy for `audience`: positions are blunted for the public alone.
    pub fn new(audience: Audience) -> Self {
        let blur_e6 = match audience {
            Audience::Public => Self::PUBLIC_BLUR_E6,
            Audience::Readers | Audience::Custodians => 0,
        };
        Self { audience, blur_e6 }
    }

    /// Why something of this access is withheld from the audience; `None` when it may be shown.
    pub(crate) fn withholds(&self, access: Access) -> Option<Reason> {
        if access <= self.audience.sees() {
            return None;
        }
        match access {
            // Unreachable, for every audience sees what is public; closed is the safe answer.
            Access::Public | Access::Confidential => Some(Reason::Confidential),
            Access::Restricted => Some(Reason::Restricted),
        }
    }

    /// `position` as the audience may see it; `None` when not at all.
    pub(crate) fn blunt(&self, position: Position) -> Option<Position> {
        positions::blunt(position, self.blur_e6)
    }
}
