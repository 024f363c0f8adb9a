//! A plot of a few panels as an SVG: a logarithmic axis of sizes, a linear axis from zero.

use std::fmt::Write;

/// One panel.
pub(super) struct Panel {
    /// What grows to the right.
    pub(super) title: &'static str,
    /// What is measured upwards.
    pub(super) unit: &'static str,
    /// Size and value; sizes grow and lie above zero.
    pub(super) points: Vec<(f64, f64)>,
}

const WIDTH_PX: f64 = 300.0;
const HEIGHT_PX: f64 = 240.0;
/// Room for titles above and sizes below.
const TOP_PX: f64 = 52.0;
const BOTTOM_PX: f64 = 32.0;
/// Room for values on the left and half a label on the right.
const LEFT_PX: f64 = 46.0;
const RIGHT_PX: f64 = 20.0;

/// Draws the panels side by side.
pub(super) fn plot(panels: &[Panel]) -> String {
    let width = WIDTH_PX * panels.len() as f64;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {HEIGHT_PX}\" font-family=\"system-ui, sans-serif\" \
         font-size=\"11\" fill=\"#333\">\n<rect width=\"{width}\" height=\"{HEIGHT_PX}\" fill=\"#fff\"/>\n"
    );
    for (index, panel) in panels.iter().enumerate() {
        let _ = writeln!(svg, "<g transform=\"translate({} 0)\">", WIDTH_PX * index as f64);
        draw(panel, &mut svg);
        svg.push_str("</g>\n");
    }
    svg.push_str("</svg>\n");
    svg
}

fn draw(panel: &Panel, svg: &mut String) {
    let _ = writeln!(svg, "<text x=\"{LEFT_PX}\" y=\"18\" font-size=\"13\" font-weight=\"600\">{}</text>", panel.title);
    let _ = writeln!(svg, "<text x=\"{LEFT_PX}\" y=\"36\" fill=\"#666\">{}</text>", panel.unit);
    let Some((first, last)) = panel.points.first().zip(panel.points.last()) else { return };
    let (low, high) = (first.0.log10(), last.0.log10().max(first.0.log10() + 1.0));
    let step = step(panel.points.iter().map(|point| point.1).fold(0.0, f64::max));
    let top = panel.points.iter().map(|point| (point.1 / step).ceil() * step).fold(step, f64::max);
    let x = |size: f64| LEFT_PX + (size.log10() - low) / (high - low) * (WIDTH_PX - LEFT_PX - RIGHT_PX);
    let y = |value: f64| HEIGHT_PX - BOTTOM_PX - value / top * (HEIGHT_PX - TOP_PX - BOTTOM_PX);

    for tick in 0..=(top / step).round() as u32 {
        let value = f64::from(tick) * step;
        let (at, right) = (y(value), WIDTH_PX - RIGHT_PX);
        let _ = writeln!(svg, "<path d=\"M{LEFT_PX} {at:.1}H{right}\" stroke=\"#ddd\"/>");
        // Steps below one have a digit behind the point, and sums of them must not show more.
        let places = usize::from(step < 1.0);
        let (left, low) = (LEFT_PX - 6.0, at + 4.0);
        let _ = writeln!(svg, "<text x=\"{left}\" y=\"{low:.1}\" text-anchor=\"end\">{value:.places$}</text>");
    }
    let line: Vec<String> =
        panel.points.iter().map(|(size, value)| format!("{:.1},{:.1}", x(*size), y(*value))).collect();
    let _ = writeln!(svg, "<polyline points=\"{}\" fill=\"none\" stroke=\"#0a6\" stroke-width=\"2\"/>", line.join(" "));
    for (size, value) in &panel.points {
        let _ = writeln!(svg, "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"3\" fill=\"#0a6\"/>", x(*size), y(*value));
        let label = thousands(*size);
        let below = HEIGHT_PX - BOTTOM_PX + 18.0;
        let _ = writeln!(svg, "<text x=\"{:.1}\" y=\"{below:.1}\" text-anchor=\"middle\">{label}</text>", x(*size));
    }
}

/// One, two or five times a power of ten, so that an axis has three to eight lines.
fn step(most: f64) -> f64 {
    let power = 10_f64.powf((most.max(1e-9) / 4.0).log10().floor());
    let wanted = most.max(1e-9) / 4.0 / power;
    power
        * if wanted < 1.5 {
            1.0
        } else if wanted < 3.5 {
            2.0
        } else {
            5.0
        }
}

/// 990000 → `990,000`.
fn thousands(size: f64) -> String {
    let digits = format!("{size:.0}");
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Panel, plot, thousands};
    use expect_test::expect;

    #[test]
    fn a_panel_has_axes_a_line_and_points() {
        let svg = plot(&[Panel {
            title: "Stages",
            unit: "million events a second",
            points: vec![(10.0, 20.0), (100.0, 10.0)],
        }]);
        expect![[r##"
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 240" font-family="system-ui, sans-serif" font-size="11" fill="#333">
            <rect width="300" height="240" fill="#fff"/>
            <g transform="translate(0 0)">
            <text x="46" y="18" font-size="13" font-weight="600">Stages</text>
            <text x="46" y="36" fill="#666">million events a second</text>
            <path d="M46 208.0H280" stroke="#ddd"/>
            <text x="40" y="212.0" text-anchor="end">0</text>
            <path d="M46 169.0H280" stroke="#ddd"/>
            <text x="40" y="173.0" text-anchor="end">5</text>
            <path d="M46 130.0H280" stroke="#ddd"/>
            <text x="40" y="134.0" text-anchor="end">10</text>
            <path d="M46 91.0H280" stroke="#ddd"/>
            <text x="40" y="95.0" text-anchor="end">15</text>
            <path d="M46 52.0H280" stroke="#ddd"/>
            <text x="40" y="56.0" text-anchor="end">20</text>
            <polyline points="46.0,52.0 280.0,130.0" fill="none" stroke="#0a6" stroke-width="2"/>
            <circle cx="46.0" cy="52.0" r="3" fill="#0a6"/>
            <text x="46.0" y="226.0" text-anchor="middle">10</text>
            <circle cx="280.0" cy="130.0" r="3" fill="#0a6"/>
            <text x="280.0" y="226.0" text-anchor="middle">100</text>
            </g>
            </svg>
        "##]].assert_eq(&svg);
    }

    #[test]
    fn sizes_are_grouped() {
        assert_eq!([100.0, 1_000.0, 990_000.0].map(thousands), ["100", "1,000", "990,000"]);
    }
}
