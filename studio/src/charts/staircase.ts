// Hours or money over kilometres, from one end of the corridor to the other, for each direction.

import { say } from '../lib/language.svelte'
import { alongAxis, axisText, type Picture, room, upAxis, type Word, words } from './frame'

export interface Stair {
  from: number
  to: number
  before: number
  after: number
}
export interface Walk {
  title: string
  hue: string
  stairs: Stair[]
  /** The largest steps, with what is said of them. */
  named: { stair: Stair; text: string }[]
}

/** Places that lie this near to the far end are named to the left. */
const LATE_PX = 240
/** Directions whose ends are this near to each other, as part of the whole, have their names above and below. */
const NEAR = 0.1

export function staircase(walks: Walk[], furthest: number, unit: string): Picture {
  return (view) => {
    const late = (km: number) => ((view.seen[1] - km) / (view.seen[1] - view.seen[0])) * view.width < LATE_PX
    const ends = walks.map(({ stairs }) => stairs.at(-1)?.after ?? 0)
    const near = walks.length > 1 && Math.max(...ends) - Math.min(...ends) < NEAR * Math.max(...ends)
    const lowest = ends.indexOf(Math.min(...ends))
    const names = walks.flatMap(({ title, hue, stairs, named }, index): Word[] => {
      const colour = view.colour(`${hue}-ink`)
      const last = stairs.at(-1)
      const place = near && index === lowest ? 'bottom' : 'top'
      return [
        ...named.map(({ stair, text }): Word => ({ at: [stair.to, (stair.before + stair.after) / 2], text, colour, place: late(stair.to) ? 'left' : 'right' })),
        ...(last === undefined ? [] : [{ at: [last.to, last.after] as [number, number], text: title, colour, place, align: 'right' as const, bold: true } satisfies Word]),
      ]
    })
    return {
      grid: room(24, 26),
      xAxis: alongAxis(view, [0, furthest], '', (km) => say('strip-kilometres', { number: axisText(km) })),
      yAxis: upAxis(250, unit, '8%'),
      series: [
        ...walks.map(({ hue, stairs }) => ({
          type: 'line' as const,
          silent: true,
          symbol: 'none',
          lineStyle: { color: view.colour(hue), width: 2.25, join: 'round' as const },
          data: stairs.flatMap(({ from, to, before, after }) => [[from, before], [to, after]]),
        })),
        words(view, names),
      ],
    }
  }
}
