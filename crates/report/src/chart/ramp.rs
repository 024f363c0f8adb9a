//! The one ramp of waits. The steps are colours of viridis in the style sheet, light to dark on paper and the other way on a
//! dark screen, so that more waiting always stands out more.

/// Steps of the ramp; the style sheet has a class `w0` … `w8` for each.
pub(crate) const STEPS: usize = 9;

/// The class of a wait between zero and the longest on the drawing.
pub(crate) fn class(value: f64, longest: f64) -> String {
    let share = if longest > 0.0 { (value / longest).clamp(0.0, 1.0) } else { 0.0 };
    format!("w{}", ((share * STEPS as f64) as usize).min(STEPS - 1))
}
