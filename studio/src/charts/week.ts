// Waits by weekday and hour: a cell for each, darker or lighter by how long it is.

import { say } from '../lib/language.svelte'
import { clock, type Picture, room } from './frame'

export const SHADES = 9
export const weekday = (index: number) => say('weekday', { weekday: index + 1 })
const DAYS = [0, 1, 2, 3, 4, 5, 6]
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
/** Hours in sight up to which each is named. */
const NAMED_HOURS = 12

export function week(wait_min: (number | null)[], most: number): Picture {
  return ({ seen, colour }) => ({
    grid: room(8, 28, 34),
    xAxis: { type: 'category', data: HOURS.map(clock), axisTick: { show: true, alignWithLabel: true }, axisLabel: { interval: (hour) => hour % (seen[1] - seen[0] < NAMED_HOURS ? 1 : 6) === 0 } },
    yAxis: { type: 'category', data: DAYS.map(weekday), inverse: true, axisLabel: { interval: 0 } },
    visualMap: {
      type: 'piecewise',
      show: false,
      min: 0,
      max: most,
      splitNumber: SHADES,
      inRange: { color: Array.from({ length: SHADES }, (_, shade) => colour(`w${shade}`)) },
      outOfRange: { color: 'transparent' },
    },
    series: {
      type: 'heatmap',
      silent: true,
      itemStyle: { borderWidth: 1, borderColor: colour('paper'), borderRadius: 2.5 },
      // Hours in which nobody came are hollow.
      data: wait_min.map((wait, at) => ({ value: [at % 24, Math.floor(at / 24), wait ?? -1], ...(wait === null && { itemStyle: { borderColor: colour('line') } }) })),
    },
  })
}
