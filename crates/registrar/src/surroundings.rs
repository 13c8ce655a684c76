//! The clock and chance: the only place where either is read.

use model::entry::Timestamp;
use proof::commitment;
use ring::rand::{SecureRandom as _, SystemRandom};

/// Where time and random bytes come from.
#[derive(Clone, Debug)]
pub enum Surroundings {
    /// The machine's clock and the operating system's randomness.
    Machine,
    /// A fixed time, and bytes that follow from a seed. For tests: archives made so have guessable keys.
    Fixed {
        /// The time, always the same.
        now: Timestamp,
        /// What all bytes follow from.
        seed: u64,
        /// How many times bytes were drawn.
        drawn: u64,
    },
}

/// The operating system gave no random bytes.
#[derive(Debug, thiserror::Error)]
#[error("the operating system gives no random bytes")]
pub struct NoRandomness;

impl Surroundings {
    /// Fixed surroundings for tests.
    pub fn fixed(now: Timestamp, seed: u64) -> Self {
        Self::Fixed {
            now,
            seed,
            drawn: 0,
        }
    }

    /// The time now, in whole seconds.
    pub fn now(&self) -> Timestamp {
        match self {
            Self::Machine => Timestamp(jiff::Timestamp::now().as_second()),
            Self::Fixed { now, .. } => *now,
        }
    }

    /// 32 bytes nobody can guess.
    pub fn secret(&mut self) -> Result<[u8; 32], NoRandomness> {
        match self {
            Self::Machine => {
                let mut bytes = [0; 32];
                SystemRandom::new()
                    .fill(&mut bytes)
                    .map_err(|_| NoRandomness)?;
                Ok(bytes)
            }
            Self::Fixed { seed, drawn, .. } => {
                *drawn += 1;
                let mut key = [0; 32];
                key[..8].copy_from_slice(&seed.to_be_bytes());
                Ok(
                    commitment::keyed(&key, b"cenotaph test surroundings\0", &drawn.to_be_bytes())
                        .0,
                )
            }
        }
    }
}

/// How long something takes, for people to read; nothing depends on it.
#[derive(Debug)]
pub struct Stopwatch(std::time::Instant);

impl Stopwatch {
    /// Starts now.
    #[expect(
        clippy::disallowed_methods,
        reason = "this module is where the clock is read"
    )]
    pub fn start() -> Self {
        Self(std::time::Instant::now())
    }

    /// Seconds since the start.
    pub fn seconds(&self) -> f64 {
        self.0.elapsed().as_secs_f64()
    }
}
