//! The range of an input: from the lowest and the highest plausible value of `evidence.csv` to the value at any position between.
//!
//! What a range means follows from what the input is, as the code that reads the language describes it:
//!
//! - a quantity, a share or a number takes the value itself; whole numbers are each as likely;
//! - a distribution gets another mean and keeps its shape: everything is scaled, so the cv stays. A normal, which says how
//!   early or late something is, is moved and keeps its standard deviation;
//! - a table by class, or any other value of several numbers, is scaled as a whole. The range is that of the entry `other`,
//!   or of the largest where there is no other or it is zero. What is zero stays zero, and shares end at 100 %;
//! - hours of one span a day take its length: they open later and close earlier by the same time, or the other way round;
//! - a range in per cent, for anything that is no share, multiplies what is written: so a table of demand is scaled.

mod piece;
mod read;

use crate::reader::Shape;
use crate::tree::Item;
use piece::{Move, Piece};

/// What an input may be, from low to high.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    piece: Piece,
    scale: Scale,
    low: f64,
    high: f64,
    /// The value in the folder, on the same scale.
    written: f64,
}

/// What the numbers between low and high are.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Scale {
    /// The value itself, in the base unit.
    Value,
    /// The same for whole numbers.
    Whole,
    /// The value of one entry, given here as written; all others follow in proportion.
    Entry { written: f64, whole: bool },
    /// A factor on what is written.
    Factor,
}

/// Why a range cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RangeMistake {
    /// Which cells are wrong.
    pub(crate) end: End,
    /// What is wrong, without a full stop.
    pub(crate) message: String,
    /// What to write instead.
    pub(crate) help: Option<String>,
}

/// A cell of a row of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Low,
    High,
}

impl Range {
    /// Reads the range of an input from the texts of its two ends.
    pub(crate) fn read(item: &Item, shape: Option<&Shape>, low: &str, high: &str) -> Result<Self, RangeMistake> {
        read::range(Piece::of(item, shape.unwrap_or(&Shape::Nothing)), low, high)
    }

    /// The value at a position from 0 (low) to 1 (high), as a model file would have it.
    ///
    /// ```
    /// use portway_model::{Folder, load, uncertain};
    /// # let text = "[corridor]\nlanguage = 1\nname = 'c'\nzone = 'UTC'\n[direction.d]\n[class.c]\n[node.a]\ncountry = 'CN'
    /// # zone = 'UTC'\n[node.b]\ncountry = 'RU'\nzone = 'UTC'\n[link.l]\nfrom = 'a'\nto = 'b'\ntravel = '5 min'\n[route.r]
    /// # direction = 'd'\npath = ['l']\n[flow.f]\nclass = 'c'\nroute = 'r'\nvolume = '9/day'\n[scenario.s]\nfrom = 2026-01-01
    /// # to = 2026-01-02\n";
    /// let evidence = "path,status,source,low,high\nlink.l.travel,assumption,not published,4 min,8 min\n";
    /// let corridor = load(&Folder::of([("corridor.toml", text), ("evidence.csv", evidence)])).corridor.unwrap();
    /// let range = uncertain::of(&corridor, "s").rows[0].parts[0].range;
    /// assert_eq!([0.0, 0.5, 1.0].map(|position| range.at(position)), ["\"4 min\"", "\"6 min\"", "\"8 min\""]);
    /// ```
    pub fn at(&self, position: f64) -> String {
        let position = position.clamp(0.0, 1.0);
        let between = self.low + position * (self.high - self.low);
        let whole = (self.low + (position * (self.high - self.low + 1.0)).floor()).min(self.high);
        self.piece.text(match self.scale {
            Scale::Value => Move::To(between),
            Scale::Whole => Move::To(whole),
            Scale::Entry { written, whole: true } => Move::Times(whole / written),
            Scale::Entry { written, whole: false } => Move::Times(between / written),
            Scale::Factor => Move::Times(between),
        })
    }

    /// The value in the folder on the scale of the range, in words: that of a number, the mean of a distribution, the entry of
    /// a table that the range speaks of, or what is written as a share of itself.
    pub fn written(&self) -> String {
        match self.scale {
            Scale::Factor => crate::quantity::words(self.written, crate::quantity::Dimension::Share),
            _ => self.piece.words(),
        }
    }

    /// Whether the value in the folder lies between low and high.
    pub fn holds_written(&self) -> bool {
        // Both were read from words; the last digit may differ by the way of computing a mean.
        let slack = 1e-9 * self.written.abs();
        (self.low - slack..=self.high + slack).contains(&self.written)
    }
}
