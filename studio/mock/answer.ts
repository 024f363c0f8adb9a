// A made-up answer of a run: numbers of the right shape that rise and fall with the hours of a day.

import type { Measure, Network, RunAnswer, StudyRequest } from '../src/lib/types'

const HOURS = 24

/** The same number for the same text, between 0 and 1. */
export function chance(text: string): number {
  let hash = 2166136261
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619)
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32
}

function measure(name: string, scope: string, direction: string, unit: string, mean: number): Measure {
  return {
    name, scope, direction, class: '', unit, mean, half_width: 0.06 * mean, level: 0.95,
    quantiles: { p50: mean, p90: 2 * mean, p95: 2.5 * mean }, quantile_half_widths: null,
  }
}

export function runAnswer(network: Network, request: StudyRequest): RunAnswer {
  const { from, to } = network.scenario
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
  const directions = network.directions.map(({ name }) => name)
  const measures: Measure[] = []
  const stations: RunAnswer['series']['stations'] = []
  measures.push(measure('crossings_per_day', 'corridor', '', 'vehicles/day', 170))
  for (const direction of directions) {
    measures.push(measure('crossings_per_day', 'corridor', direction, 'vehicles/day', 85 + 20 * chance(direction)))
    for (const link of network.links) {
      const share = chance(link.name + direction)
      measures.push(measure('stage_visits_per_day', link.name, direction, 'vehicles/day', 400 * share ** 3))
      measures.push(measure('stage_wait_all_min', link.name, direction, 'min', 4 * share))
      measures.push(measure('queue_vehicles', link.name, direction, 'vehicles', 2 * share))
      if (link.flow_capacity_per_h !== null) measures.push(measure('lane_use_share', link.name, direction, 'share', chance(link.name)))
    }
    for (const stage of network.facilities.flatMap((facility) => facility.stages)) {
      const heavy = chance(stage.name + direction)
      const lanes = stage.lanes ?? 4
      measures.push(measure('stage_visits_per_day', stage.name, direction, 'vehicles/day', 120 * heavy))
      measures.push(measure('stage_wait_all_min', stage.name, direction, 'min', 90 * heavy * heavy))
      measures.push(measure('lane_use_share', stage.name, direction, 'share', 0.97 * heavy))
      measures.push(measure('queue_vehicles', stage.name, direction, 'vehicles', 12 * heavy * heavy))
      const wave = (hour: number) => Math.max(0, Math.sin(((hour % HOURS) - 6) / 4) + 0.6 * Math.sin(hour / 60 + 6 * heavy))
      const hours = Array.from({ length: days * HOURS }, (_, hour) => hour)
      stations.push({
        scope: stage.name, direction, title: stage.title,
        queue_vehicles: hours.map((hour) => 22 * heavy * heavy * wave(hour)),
        occupied_lanes: hours.map((hour) => Math.min(lanes, lanes * heavy * wave(hour))),
        open_lanes: hours.map((hour) => (hour % HOURS > 6 ? lanes : Math.ceil(lanes / 2))),
      })
    }
  }
  const dates = Array.from({ length: days }, (_, day) => new Date(Date.parse(from) + day * 86_400_000).toISOString().slice(0, 10))
  return {
    results: {
      model: { name: 'amur', hash: 'mock' }, scenario: network.scenario.name, seed: request.seed ?? 1, replications: request.replications ?? 20,
      from, to, measures, diagnostics: [],
    },
    series: {
      daily: directions.map((direction) => ({ direction, mean: dates.map((d) => 80 + 20 * chance(d)), half_width: dates.map(() => 4) })),
      stations, days: dates,
      wait_by_hour_of_week: directions.map((direction) => ({ direction, wait_min: Array.from({ length: 168 }, (_, h) => 40 * chance(direction + h)) })),
      door_to_door: [],
    },
    journey: null,
  }
}
