// What the latest run says about the stages of a facility: means of the window, or one of its hours.

import type { Measure, RunAnswer } from '../lib/answers'
import type { Stage, Value } from '../lib/types'
import { find } from '../lib/words'
import { triedLanes } from './tried'

export interface Gauge {
  stage: Stage
  visits: Measure | null
  wait: Measure | null
  longest: Measure | null
  use: Measure | null
  blocked: Measure | null
  queue: number | null
  /** Mean of the window with its half-width; none when an hour is looked at. */
  queueMeasure: Measure | null
  occupied: number | null
  open: number | null
  /** Lanes that are tried and not written; none where that number is as it was. */
  tried: number | null
}

export function gauge(stage: Stage, answer: RunAnswer | null, hour: number | null, changes: readonly Value[] = []): Gauge {
  const measures = answer?.results.measures ?? []
  const of = (name: string) => find(measures, name, stage.name)
  const station = answer?.series.stations.find(({ scope, direction }) => scope === stage.name && direction === '')
  const at = (values: number[] | undefined) => (hour === null ? null : (values?.[Math.min(hour, (values.length || 1) - 1)] ?? null))
  const queueMeasure = of('queue_vehicles')
  return {
    stage,
    visits: of('stage_visits_per_day'),
    wait: of('stage_wait_all_min'),
    longest: of('queue_max_vehicles'),
    use: of('lane_use_share'),
    blocked: of('lane_blocked_share'),
    queueMeasure: hour === null ? queueMeasure : null,
    queue: hour === null ? (queueMeasure?.mean ?? null) : at(station?.queue_vehicles),
    occupied: hour === null ? (of('lanes_in_use')?.mean ?? null) : at(station?.occupied_lanes),
    tried: triedLanes(stage, changes),
    open: hour === null ? stage.lanes : (at(station?.open_lanes) ?? stage.lanes),
  }
}
