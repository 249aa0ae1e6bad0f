//! Dice with a seed: the same seed writes the same city. Not for secrets.

use std::sync::Mutex;

use motcua_engine::ports::Chance;

/// A small generator (splitmix64) with a seed.
#[derive(Clone, Debug)]
pub(super) struct Dice(u64);

impl Dice {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, but not including, `end`; 0 for 0.
    pub(super) fn below(&mut self, end: u32) -> u32 {
        u32::try_from(self.next() % u64::from(end.max(1))).unwrap_or(0)
    }

    /// A number from `least` to `most`.
    pub(super) fn between(&mut self, least: u32, most: u32) -> u32 {
        least + self.below(most.saturating_sub(least) + 1)
    }

    /// True once in so many throws.
    pub(super) fn one_in(&mut self, times: u32) -> bool {
        self.below(times) == 0
    }

    /// One of the things, by its weight. The list is never empty where this is called.
    #[expect(
        clippy::panic,
        reason = "an empty list of weights is a fault of the city's folder, which was checked"
    )]
    pub(super) fn weighted<'a, T>(&mut self, things: &'a [(T, u32)]) -> &'a T {
        let all: u32 = things.iter().map(|(_, weight)| *weight).sum();
        let mut place = self.below(all);
        for (thing, weight) in things {
            if place < *weight {
                return thing;
            }
            place -= weight;
        }
        things
            .last()
            .map_or_else(|| panic!("nothing to choose from"), |(thing, _)| thing)
    }

    pub(super) fn fill(&mut self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let drawn = self.next().to_le_bytes();
            for (byte, value) in chunk.iter_mut().zip(drawn) {
                *byte = value;
            }
        }
    }
}

/// Dice as the engine's chance, for the seeded past only.
#[derive(Debug)]
pub(super) struct SeededChance(Mutex<Dice>);

impl SeededChance {
    pub(super) const fn new(dice: Dice) -> Self {
        Self(Mutex::new(dice))
    }
}

impl Chance for SeededChance {
    fn fill(&self, bytes: &mut [u8]) {
        self.0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .fill(bytes);
    }
}
