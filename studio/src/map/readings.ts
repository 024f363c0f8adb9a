// What the latest run says about the places on the map.

import type { Measure, RunAnswer, Station } from '../lib/answers'
import { windowHours } from '../lib/clock'
import type { Network, StepView, Who } from '../lib/types'

export interface Reading {
  mean: number
  half_width: number | null
}

/** Of a stage that both directions share, or of all traffic together. */
export const BOTH = ''

export const LEAST_FULL = 10

export class Readings {
  readonly #measures = new Map<string, Measure>()
  readonly #stations = new Map<string, Station[]>()
  /** The one direction that comes to a stage, BOTH where several do. */
  readonly #side: Map<string, string>
  /** The longest queue of each facility in any hour of the window. */
  readonly #longest = new Map<string, number>()
  /** Hours from the first day of the scenario to that of the run: none, but in a run from before the scenario's days were changed. */
  readonly #first: number

  constructor(readonly answer: RunAnswer, network: Network) {
    this.#side = sides(network)
    const { from } = network.scenario
    this.#first = windowHours(from, answer.days[0] ?? from) - windowHours(from, from)
    for (const measure of answer.results.measures) {
      if (measure.class === '') this.#measures.set(`${measure.name} ${measure.scope} ${measure.direction}`, measure)
    }
    for (const station of answer.series.stations) {
      const known = this.#stations.get(station.scope)
      if (known === undefined) this.#stations.set(station.scope, [station])
      else known.push(station)
    }
    for (const { name, stages } of network.facilities) this.#longest.set(name, this.#longestOf(physical(stages)))
  }

  /** The queue that fills the gauge of some facilities: what theirs ever come to, but never so few that one truck fills it. */
  full(facilities: readonly string[]): number {
    return Math.max(
      LEAST_FULL,
      facilities.reduce((sum, facility) => sum + (this.#longest.get(facility) ?? 0), 0),
    )
  }

  #longestOf(stages: readonly string[]): number {
    const stations = stages.flatMap((stage) => this.#stations.get(stage) ?? [])
    let longest = 0
    for (let hour = 0; hour < (stations[0]?.queue_vehicles.length ?? 0); hour++) {
      let sum = 0
      for (const station of stations) sum += station.queue_vehicles[hour] ?? 0
      longest = Math.max(longest, sum)
    }
    return longest
  }

  /** A mean at a place; what a stage that only one direction comes to has is that direction's. */
  measure(name: string, scope: string, direction = BOTH): Reading | null {
    const side = this.#side.get(scope)
    if (direction === BOTH && side !== undefined && side !== BOTH) return null
    const found = this.#measures.get(`${name} ${scope} ${direction}`) ?? (side === direction ? this.#measures.get(`${name} ${scope} ${BOTH}`) : undefined)
    return found === undefined || found.mean === null ? null : { mean: found.mean, half_width: found.half_width }
  }

  /** What crosses a day: people and vehicles apart where there are both. */
  crossings(groups: Network['groups']): { who: Who; reading: Reading }[] {
    const all = groups.length > 0 ? groups : [{ who: 'vehicles' as const, class: '' }]
    return all.flatMap(({ who, class: of }) => {
      const found = this.answer.results.measures.find((m) => m.name === 'crossings_per_day' && m.scope === 'corridor' && m.direction === BOTH && m.class === of)
      return found === undefined || found.mean === null ? [] : [{ who, reading: { mean: found.mean, half_width: found.half_width } }]
    })
  }

  /** Vehicles of a direction that queue before several stages at an hour of the scenario, between two full hours in proportion. */
  queue(stages: readonly string[], direction: string, hour: number): number {
    const at = Math.floor(hour - this.#first)
    let sum = 0
    for (const stage of stages) {
      for (const station of this.#stations.get(stage) ?? []) {
        if ((station.direction === BOTH ? (this.#side.get(stage) ?? BOTH) : station.direction) !== direction) continue
        const now = station.queue_vehicles[at] ?? 0
        sum += now + (hour - this.#first - at) * ((station.queue_vehicles[at + 1] ?? now) - now)
      }
    }
    return sum
  }
}

function sides(network: Network): Map<string, string> {
  const found = new Map<string, string>()
  for (const { processes } of network.facilities) {
    for (const { direction, steps } of processes) {
      for (const stage of visited(steps)) found.set(stage, (found.get(stage) ?? direction) === direction ? direction : BOTH)
    }
  }
  return found
}

const visited = (steps: readonly StepView[]): string[] =>
  steps.flatMap((step) => {
    if (step.kind === 'group') return visited(step.steps)
    if (step.kind === 'one-of') return step.ways.flatMap((way) => visited(way.steps))
    return [step.stage]
  })

/** Stages where vehicles really stand: who waits at home for a slot fills no gauge. */
export function physical(stages: readonly { name: string; kind: string }[]): string[] {
  return stages.filter(({ kind }) => kind !== 'appointments').map(({ name }) => name)
}

/** The next of 1, 2, 5, 10, 20, 50 … */
export function nice(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)))
  return power * ([1, 2, 5, 10].find((step) => step * power >= value) ?? 10)
}
