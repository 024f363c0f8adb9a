// Bars from zero with their intervals, one row for each.

import { alongAxis, axisText, type Picture, room, rowAxes, type Segment, segments, type Span } from './frame'

export interface Bar {
  label: string
  /** Ends of the bars, from the axis' zero. */
  values: { at: number; half_width?: number | null; hue: string; text: string }[]
  /** Hollow: rests on an assumption. */
  hollow?: boolean
  /** Quiet: not told from chance. */
  quiet?: boolean
}

const THICK_PX = 12
const TOP_PX = 16

/** Room for the labels of the axis and its unit. */
const belowPx = (unit: string) => (unit === '' ? 28 : 44)
export const heightPx = (bars: number, rowPx: number, unit: string) => bars * rowPx + TOP_PX + belowPx(unit)

export const row = ({ label, values, quiet = false }: Bar) => ({ label, quiet, text: values.map(({ text }) => text).join(' · ') })

/** From zero to beyond the ends of all intervals. */
export function reach(bars: Bar[]): Span {
  const ends = bars.flatMap(({ values }) => values.flatMap(({ at, half_width }) => [at - (half_width ?? 0), at + (half_width ?? 0)]))
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)]
  const margin = 0.05 * (high - low)
  return low === high ? [-1, 1] : [low < 0 ? low - margin : 0, high > 0 ? high + margin : 0]
}

export function bars(found: Bar[], unit: string, format: (text: string) => string, domain: Span): Picture {
  const most = Math.max(0, ...found.map(({ values }) => values.length))
  return (view) => {
    const opacity = ({ quiet = false }: Bar) => (quiet ? 0.55 : 1)
    const intervals = found.flatMap((bar, index) =>
      bar.values.flatMap(({ at, half_width }): Segment[] =>
        half_width != null && half_width > 0 ? [{ from: [at - half_width, index], to: [at + half_width, index], colour: view.colour('ink'), opacity: opacity(bar) }] : [],
      ),
    )
    const zero: Segment = { from: [0, 0], to: [0, Math.max(0, found.length - 1)], below: [-40, 40], colour: view.colour('edge'), width: 1 }
    return {
      grid: room(TOP_PX, belowPx(unit), 8, 8),
      xAxis: alongAxis(view, domain, unit, (at) => format(at > 0 ? `+${axisText(at)}` : axisText(at))),
      yAxis: rowAxes(view, found.map(row)),
      series: [
        ...Array.from({ length: most }, (_, which) => ({
          type: 'bar' as const,
          silent: true,
          barWidth: THICK_PX,
          barGap: '-100%',
          barMinHeight: 1,
          data: found.flatMap((bar, index) => {
            const value = bar.values[which]
            if (value === undefined) return []
            const hue = view.colour(value.hue)
            return [{ value: [value.at, index], itemStyle: { color: bar.hollow === true ? view.colour('paper') : hue, borderColor: hue, borderWidth: 1.5, opacity: opacity(bar) } }]
          }),
        })),
        segments([zero, ...intervals]),
      ],
    }
  }
}
