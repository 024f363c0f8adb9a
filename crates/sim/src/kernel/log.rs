//! Records of single visits, and of who held a lane for want of a place elsewhere; kept only when asked for.

use crate::observations::{Hold, Visit};
use crate::program::Program;

/// What is written down vehicle by vehicle.
pub(super) struct Log {
    /// Visits under way, per vehicle; without `keeps_visits` they only say which lane is taken.
    open: Vec<Visit>,
    done: Vec<Visit>,
    keeps_visits: bool,
    /// Holds under way, per vehicle.
    held: Vec<Option<Hold>>,
    holds: Vec<Hold>,
    keeps_holds: bool,
    /// Per station: lanes in use, a bit each.
    lanes: Vec<Vec<u64>>,
    start_ms: i64,
}

impl Log {
    /// None when nothing is to be kept, so that the kernel asks only once whether it may hurry.
    pub(super) fn new(program: &Program, keeps_visits: bool, keeps_holds: bool) -> Option<Self> {
        (keeps_visits || keeps_holds).then(|| Self {
            open: Vec::new(),
            done: Vec::new(),
            keeps_visits,
            held: Vec::new(),
            holds: Vec::new(),
            keeps_holds,
            lanes: vec![Vec::new(); program.stations.len()],
            start_ms: program.window.start_ms,
        })
    }

    pub(super) fn make_room(&mut self, vehicles: usize) {
        let blank =
            Visit { flow: 0, vehicle: 0, station: 0, lane: 0, arrived_ms: 0, started_ms: 0, ended_ms: 0, left_ms: 0 };
        if self.open.len() < vehicles {
            self.open.resize(vehicles, blank);
            self.held.resize(vehicles, None);
        }
    }

    pub(super) fn started(&mut self, index: u32, flow: u16, number: u32, station: u32, arrived: i64, now: i64) {
        let lanes = &mut self.lanes[station as usize];
        let word = lanes.iter().position(|word| *word != u64::MAX).unwrap_or_else(|| {
            lanes.push(0);
            lanes.len() - 1
        });
        let bit = (!lanes[word]).trailing_zeros();
        lanes[word] |= 1 << bit;
        self.open[index as usize] = Visit {
            flow: u32::from(flow),
            vehicle: number,
            station,
            lane: word as u32 * 64 + bit,
            arrived_ms: self.start_ms + arrived,
            started_ms: self.start_ms + now,
            ended_ms: 0,
            left_ms: 0,
        };
    }

    pub(super) fn ended(&mut self, index: u32, now: i64) {
        self.open[index as usize].ended_ms = self.start_ms + now;
    }

    /// A vehicle keeps its lane or its piece of road because `waits_for` has no place for it. It may come to wait for another
    /// station before it can go on.
    pub(super) fn held(&mut self, index: u32, station: u32, waits_for: u32, now: i64) {
        if !self.keeps_holds {
            return;
        }
        let now_ms = self.start_ms + now;
        let open = &mut self.held[index as usize];
        if open.is_none_or(|hold| hold.waits_for != waits_for) {
            let earlier = open.replace(Hold { station, waits_for, from_ms: now_ms, to_ms: now_ms });
            self.holds.extend(earlier.map(|hold| Hold { to_ms: now_ms, ..hold }));
        }
    }

    pub(super) fn left(&mut self, index: u32, now: i64) {
        let now_ms = self.start_ms + now;
        let visit = &mut self.open[index as usize];
        visit.left_ms = now_ms;
        self.lanes[visit.station as usize][visit.lane as usize / 64] &= !(1 << (visit.lane % 64));
        if self.keeps_visits {
            self.done.push(*visit);
        }
        let hold = self.held[index as usize].take();
        self.holds.extend(hold.map(|hold| Hold { to_ms: now_ms, ..hold }));
    }

    /// Forgets the warm-up: visits that ended in it, and the part of each hold that lies in it.
    pub(super) fn begin(&mut self, now: i64) {
        self.done.clear();
        self.holds.clear();
        for hold in self.held.iter_mut().flatten() {
            hold.from_ms = self.start_ms + now;
        }
    }

    /// The visits that ended, and every hold; one that is still under way ends with the run.
    pub(super) fn finish(mut self, now: i64) -> (Vec<Visit>, Vec<Hold>) {
        let to_ms = self.start_ms + now;
        self.holds.extend(self.held.iter().flatten().map(|hold| Hold { to_ms, ..*hold }));
        self.holds.retain(|hold| hold.to_ms > hold.from_ms);
        (self.done, self.holds)
    }
}
