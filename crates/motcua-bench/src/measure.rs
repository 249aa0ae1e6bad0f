//! Counting and latencies: rounds, sides, and what is made of two of them.

use std::thread;
use std::time::{Duration, Instant};

/// What one round of one side did.
pub(crate) struct Round {
    took: Duration,
    worked: Duration,
    latencies: Vec<Duration>,
}

impl Round {
    /// Things done a second.
    fn per_second(&self) -> f64 {
        self.latencies.len() as f64 / self.took.as_secs_f64()
    }

    /// A round in which one thing is done once, that counts as many.
    pub(crate) fn of_one(act: impl FnOnce() -> usize) -> Self {
        let watch = Watch::begin();
        let count = act();
        let took = watch.elapsed();
        watch.ends(vec![took; count])
    }

    /// A round in which one caller acts again and again for `length`; each act says how many things it did, which
    /// all took as long as it.
    pub(crate) fn of_groups(length: Duration, mut act: impl FnMut() -> usize) -> Self {
        let watch = Watch::begin();
        let mut latencies = Vec::new();
        while watch.elapsed() < length {
            let asked = Instant::now();
            let done = act();
            let took = asked.elapsed();
            latencies.extend((0..done).map(|_| took));
        }
        watch.ends(latencies)
    }

    /// A round in which each of these is done once, one after the other.
    pub(crate) fn of_each<T>(things: impl Iterator<Item = T>, mut act: impl FnMut(T)) -> Self {
        let watch = Watch::begin();
        let mut latencies = Vec::new();
        for thing in things {
            let asked = Instant::now();
            act(thing);
            latencies.push(asked.elapsed());
        }
        watch.ends(latencies)
    }

    /// A round in which all callers act at once, each waiting for every answer. A caller that has nothing left to
    /// do says no, and the round ends with it.
    pub(crate) fn of_callers<C: Send>(
        callers: &mut [C],
        length: Duration,
        act: impl Fn(&mut C) -> bool + Sync,
    ) -> Self {
        let watch = Watch::begin();
        let (act, began) = (&act, watch.began);
        let latencies = thread::scope(|scope| {
            let running: Vec<_> = callers
                .iter_mut()
                .map(|caller| {
                    scope.spawn(move || {
                        let mut latencies = Vec::new();
                        while began.elapsed() < length {
                            let asked = Instant::now();
                            if !act(caller) {
                                break;
                            }
                            latencies.push(asked.elapsed());
                        }
                        latencies
                    })
                })
                .collect();
            running
                .into_iter()
                .flat_map(|caller| caller.join().expect("a caller that goes on"))
                .collect()
        });
        watch.ends(latencies)
    }
}

/// Time that passes, and time that this process works meanwhile.
struct Watch {
    began: Instant,
    worked: Duration,
}

impl Watch {
    fn begin() -> Self {
        Self {
            worked: worked(),
            began: Instant::now(),
        }
    }

    fn elapsed(&self) -> Duration {
        self.began.elapsed()
    }

    fn ends(self, latencies: Vec<Duration>) -> Round {
        Round {
            took: self.elapsed(),
            worked: worked().saturating_sub(self.worked),
            latencies,
        }
    }
}

/// How long the processors have worked for this process, all threads together: in hundredths of a second, as Linux
/// tells it; nothing where it does not.
fn worked() -> Duration {
    let told = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name in the second field may have spaces in it; user and system time are the 12th and 13th after it.
    let after_name = told.rsplit_once(')').map_or("", |(_, after)| after);
    let ticks = after_name.split_whitespace().skip(11).take(2);
    Duration::from_millis(ticks.filter_map(|ticks| ticks.parse::<u64>().ok()).sum::<u64>() * 10)
}

/// All rounds of one side.
#[derive(Clone, Debug)]
pub(crate) struct Side {
    /// Median of the rates of the rounds.
    pub(crate) per_second: f64,
    /// What one thing costs the processors, the caller's part included: what a busy machine does not change. On a
    /// server of its own, that server's part is not in it.
    pub(crate) worked: Duration,
    /// How many things were measured.
    pub(crate) count: usize,
    /// Of all latencies together: half are shorter.
    pub(crate) p50: Duration,
    /// 99 in a hundred are shorter.
    pub(crate) p99: Duration,
    /// 999 in a thousand are shorter.
    pub(crate) p999: Duration,
    /// The longest.
    pub(crate) max: Duration,
}

impl Side {
    /// The side that did these rounds.
    pub(crate) fn of(rounds: Vec<Round>) -> Self {
        let per_second = median(rounds.iter().map(Round::per_second).collect());
        let worked: Duration = rounds.iter().map(|round| round.worked).sum();
        let mut latencies: Vec<Duration> = rounds.into_iter().flat_map(|round| round.latencies).collect();
        latencies.sort_unstable();
        let at = |per_mille: usize| {
            let place = (latencies.len() * per_mille / 1000).min(latencies.len().saturating_sub(1));
            latencies.get(place).copied().unwrap_or_default()
        };
        Self {
            per_second,
            worked: worked / u32::try_from(latencies.len().max(1)).unwrap_or(u32::MAX),
            count: latencies.len(),
            p50: at(500),
            p99: at(990),
            p999: at(999),
            max: at(1000),
        }
    }
}

/// Ours and the ceiling, side by side.
pub(crate) struct Pair {
    /// Ours as a share of the ceiling.
    pub(crate) ratio: f64,
    /// Ours.
    pub(crate) ours: Side,
    /// The ceiling.
    pub(crate) ceiling: Side,
}

/// One round of each in turn, after one of each that does not count. The ratio is the median of the ratios of the
/// rounds: what disturbs the machine disturbs neighbours alike.
pub(crate) fn alternate(
    rounds: usize,
    mut ours: impl FnMut() -> Round,
    mut ceiling: impl FnMut() -> Round,
) -> Pair {
    ours();
    ceiling();
    let pairs: Vec<(Round, Round)> = (0..rounds).map(|_| (ours(), ceiling())).collect();
    let ratios = pairs
        .iter()
        .map(|(ours, ceiling)| ours.per_second() / ceiling.per_second());
    let ratio = median(ratios.collect());
    let (ours, ceilings) = pairs.into_iter().unzip();
    Pair {
        ratio,
        ours: Side::of(ours),
        ceiling: Side::of(ceilings),
    }
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or(f64::NAN)
}
