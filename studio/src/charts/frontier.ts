// The largest flows that keep a standard, for mixes of two kinds of traffic: one point for each mix, on a ray from nothing.

import { say } from '../lib/language.svelte'
import { alongAxis, type Picture, room, segments, upAxis, words } from './frame'

export interface FrontierPoint {
  share: readonly [number, number]
  low: number
  mid: number
  high: number
  fluid: number | null
}

export function frontier(points: FrontierPoint[], today: [number, number], names: [string, string], right: number): Picture {
  const along = (flow: (point: FrontierPoint) => number) => points.map((point) => point.share.map((share) => share * flow(point)))
  return (view) => {
    const hue = view.colour('d2')
    return {
      grid: room(24, 42),
      xAxis: alongAxis(view, [0, right], names[0]),
      yAxis: upAxis(290, names[1]),
      series: [
        ...(points.every(({ fluid }) => fluid !== null)
          ? [{ type: 'line' as const, silent: true, symbol: 'none', lineStyle: { color: view.colour('quiet'), width: 1, type: [5, 4] }, data: along(({ fluid }) => fluid ?? 0) }]
          : []),
        {
          type: 'line',
          silent: true,
          symbol: 'circle',
          symbolSize: 7,
          showAllSymbol: true,
          lineStyle: { color: hue, width: 2 },
          itemStyle: { color: hue },
          data: along(({ mid }) => mid),
        },
        // Intervals lie along the rays.
        segments(points.map(({ share, low, high }) => ({ from: [share[0] * low, share[1] * low], to: [share[0] * high, share[1] * high], colour: hue, width: 5, opacity: 0.35, cap: 'round' }))),
        { type: 'scatter', silent: true, symbolSize: 10, itemStyle: { color: view.colour('paper'), borderColor: view.colour('ink'), borderWidth: 2 }, data: [today] },
        words(view, [{ at: today, text: say('capacity-chart-today'), colour: view.colour('ink'), place: 'right' }]),
      ],
    }
  }
}
