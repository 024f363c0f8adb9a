//! The command as a user meets it: the binary itself, in folders of its own.

mod answers;
mod bottleneck;
mod capacity;
mod exact;
mod faults;
mod folders;
mod guides;
mod interrupts;
mod programme;
mod repeat;
mod sensitivity;
mod serve;
mod since;
mod slips;
mod sweeps;
mod timetables;
mod usage;
mod world;
