// A value for each day and direction, with the band of its interval.

import type { LineSeriesOption } from 'echarts'
import type { RunAnswer } from '../lib/answers'
import type { Titles } from '../lib/words'
import { dayMs, type Picture, room, type Span, timeAxis, upAxis, type Word, words } from './frame'

const DAY_MS = 86_400_000
/** Days that are few enough for a dot each. */
const DOTTED_DAYS = 40

type Daily = RunAnswer['series']['daily'][number]

export function daily(answer: RunAnswer, titles: Titles, unit: string, domain: Span): Picture {
  const noons = answer.days.map((day) => dayMs(day) + DAY_MS / 2)
  const low = ({ mean, half_width }: Daily, index: number) => Math.max(0, (mean[index] ?? 0) - (half_width[index] ?? 0))
  const high = ({ mean, half_width }: Daily, index: number) => (mean[index] ?? 0) + (half_width[index] ?? 0)

  /** The day on which the lines are farthest from each other, and not at an edge: there is room for their names. */
  function apart([from, to]: Span): number {
    const inside = noons.map((ms, index) => ({ ms, index })).filter(({ ms }) => ms > from + 0.12 * (to - from) && ms < to - 0.12 * (to - from))
    const gap = (index: number) => {
      const values = answer.series.daily.map(({ mean }) => mean[index] ?? 0)
      return Math.max(...values) - Math.min(...values)
    }
    return inside.reduce((best, { index }) => (gap(index) > gap(best) ? index : best), inside[0]?.index ?? 0)
  }

  return (view) => {
    const named = apart(view.seen)
    const series = answer.series.daily.flatMap((one): LineSeriesOption[] => {
      const hue = view.colour(titles.hue(one.direction))
      const band: LineSeriesOption = { type: 'line', stack: one.direction, symbol: 'none', silent: true, lineStyle: { width: 0 } }
      return [
        { ...band, data: noons.map((ms, index) => [ms, low(one, index)]) },
        { ...band, data: noons.map((ms, index) => [ms, high(one, index) - low(one, index)]), areaStyle: { color: hue, opacity: 0.22 } },
        {
          type: 'line',
          silent: true,
          data: noons.map((ms, index) => [ms, one.mean[index] ?? 0]),
          lineStyle: { color: hue, width: 2 },
          itemStyle: { color: hue },
          symbol: 'circle',
          symbolSize: 5,
          showSymbol: view.seen[1] - view.seen[0] <= DOTTED_DAYS * DAY_MS,
          showAllSymbol: true,
        },
      ]
    })
    const names = answer.series.daily.map((one): Word => {
      const above = answer.series.daily.every(({ mean }) => (mean[named] ?? 0) <= (one.mean[named] ?? 0))
      return {
        at: [noons[named] ?? 0, above ? high(one, named) : low(one, named)],
        text: titles.direction(one.direction),
        colour: view.colour(`${titles.hue(one.direction)}-ink`),
        place: above ? 'top' : 'bottom',
        bold: true,
      }
    })
    return {
      useUTC: true,
      grid: room(24, 26),
      xAxis: timeAxis(view, domain),
      yAxis: upAxis(190, unit),
      series: [...series, words(view, names)],
    }
  }
}
