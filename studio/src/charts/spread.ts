// Distributions of times from door to door, a row for each class: the outline of the histogram, and lines at two quantiles.

import type { LineSeriesOption } from 'echarts'
import { say } from '../lib/language.svelte'
import { alongAxis, axisText, type Picture, room, type Segment, segments } from './frame'

export interface Distribution {
  /** Row from the top. */
  row: number
  hue: string
  upper_h: number[]
  share: number[]
  quantiles: { p50: number; p90: number } | null
}
/** How much of its row the tallest outline takes. */
const TALL = 0.78
export const ROW_PX = 54

const densities = ({ upper_h, share }: Distribution) => share.map((part, index) => part / ((upper_h[index] ?? 1) - (upper_h[index - 1] ?? 0)))

export function spread(found: Distribution[], titles: string[], furthest: number): Picture {
  const tallest = titles.map((_, row) => Math.max(1e-9, ...found.filter((one) => one.row === row).flatMap(densities)))
  return (view) => {
    const { colour } = view
    const outline = (one: Distribution): LineSeriesOption => {
      const [hue, ground] = [colour(one.hue), titles.length - 1 - one.row]
      return {
        type: 'line',
        step: 'start',
        silent: true,
        symbol: 'none',
        lineStyle: { color: hue, width: 1.25 },
        areaStyle: { color: hue, opacity: 0.2, origin: ground },
        data: [[0, ground], ...densities(one).map((density, index) => [one.upper_h[index] ?? 0, ground + (TALL * density) / (tallest[one.row] ?? 1)]), [one.upper_h.at(-1) ?? 0, ground]],
      }
    }
    const marks = found.flatMap(({ row, hue, quantiles }): Segment[] => {
      if (quantiles === null) return []
      const ground = titles.length - 1 - row
      const mark = (hours: number, height: number): Segment => ({ from: [hours, ground], to: [hours, ground + height * TALL], colour: colour(hue) })
      return [mark(quantiles.p50, 1), { ...mark(quantiles.p90, 0.5), dash: [3, 2] }]
    })
    return {
      grid: room(4, 28, 8),
      xAxis: alongAxis(view, [0, furthest], '', (hours) => say('hours', { number: axisText(hours) })),
      yAxis: {
        type: 'value',
        min: 0,
        max: titles.length,
        interval: 1,
        position: 'right',
        axisLabel: { inside: true, margin: 0, verticalAlign: 'top', padding: [6, 0, 0, 0], color: colour('ink'), fontSize: 12.5, formatter: (row) => titles[titles.length - row] ?? '' },
      },
      series: [...found.map(outline), segments(marks)],
    }
  }
}
