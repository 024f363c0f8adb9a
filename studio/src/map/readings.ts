// What the latest run says about the places on the map.

import type { Measure, Network, RunAnswer, Station } from '../lib/types'

export interface Reading {
  mean: number
  half_width: number | null
}

export class Readings {
  readonly #measures = new Map<string, Measure>()
  readonly #stations = new Map<string, Station[]>()
  /** The longest mean queue that any facility has in any hour, a whole gauge. */
  readonly fullGauge: number

  constructor(readonly answer: RunAnswer, network: Network) {
    for (const measure of answer.results.measures) {
      if (measure.class === '') this.#measures.set(`${measure.name} ${measure.scope} ${measure.direction}`, measure)
    }
    for (const station of answer.series.stations) {
      this.#stations.set(station.scope, [...(this.#stations.get(station.scope) ?? []), station])
    }
    let longest = 0
    for (const facility of network.facilities) {
      const stages = physical(facility.stages)
      for (const { name } of network.directions) {
        const hours = answer.series.stations.find(({ scope }) => stages.includes(scope))?.queue_vehicles.length ?? 0
        for (let hour = 0; hour < hours; hour++) longest = Math.max(longest, this.queue(stages, name, hour))
      }
    }
    this.fullGauge = nice(longest)
  }

  measure(name: string, scope: string, direction = ''): Reading | null {
    const found = this.#measures.get(`${name} ${scope} ${direction}`)
    return found === undefined || found.mean === null ? null : { mean: found.mean, half_width: found.half_width }
  }

  stations(scope: string): Station[] {
    return this.#stations.get(scope) ?? []
  }

  /** Vehicles that queue before several stages at an hour of the window, between two full hours in proportion. */
  queue(stages: readonly string[], direction: string, hour: number): number {
    let sum = 0
    for (const stage of stages) {
      for (const station of this.#stations.get(stage) ?? []) {
        if (station.direction !== direction) continue
        const at = Math.floor(hour)
        const now = station.queue_vehicles[at] ?? 0
        sum += now + (hour - at) * ((station.queue_vehicles[at + 1] ?? now) - now)
      }
    }
    return sum
  }
}

/** Stages where vehicles really stand: who waits at home for a slot fills no gauge. */
export function physical(stages: readonly { name: string; kind: string }[]): string[] {
  return stages.filter(({ kind }) => kind !== 'appointments').map(({ name }) => name)
}

/** The next of 1, 2, 5, 10, 20, 50 … */
export function nice(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)))
  return power * ([1, 2, 5, 10].find((step) => step * power >= value) ?? 10)
}
