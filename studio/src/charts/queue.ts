// A queue hour by hour.

import type { Station } from '../lib/answers'
import { type Picture, room, type Span, timeAxis, upAxis } from './frame'

const HOUR_MS = 3_600_000

/** Of many hours that share a pixel the smallest and the largest are drawn; so only those that are seen are given. */
export function queue(station: Station, hue: string, unit: string, domain: Span): Picture {
  return (view) => {
    const [from, to] = view.seen.map((ms) => (ms - domain[0]) / HOUR_MS) as [number, number]
    const first = Math.max(0, Math.floor(from) - 1)
    const most = station.queue_vehicles.reduce((most, value) => Math.max(most, value), 0)
    const colour = view.colour(hue)
    return {
      useUTC: true,
      grid: room(22, 26),
      xAxis: timeAxis(view, domain),
      yAxis: upAxis(74, unit),
      series: [
        {
          type: 'line',
          silent: true,
          symbol: 'none',
          sampling: 'minmax',
          lineStyle: { color: colour, width: 1.5, join: 'round' },
          areaStyle: { color: colour, opacity: 0.18 },
          data: station.queue_vehicles.slice(first, Math.ceil(to) + 1).map((value, index) => [domain[0] + (first + index + 0.5) * HOUR_MS, value]),
        },
        // Keeps the vertical axis as it is for the whole window, whatever is seen of it.
        { type: 'scatter', silent: true, symbolSize: 0, data: [[domain[0], most]] },
      ],
    }
  }
}
