// Who comes to a place: people, vehicles, or both. A number means nothing before one knows of whom it is.

import type { Network, StepView, Who } from './types'

export type Whom = Who | 'mixed'

export class Travellers {
  readonly #people: Set<string>
  /** Classes by stage, link or service. */
  readonly #classes = new Map<string, Set<string>>()

  constructor(network: Pick<Network, 'groups' | 'flows' | 'routes' | 'facilities' | 'services'>) {
    this.#people = new Set(network.groups.filter(({ who }) => who === 'people').flatMap(({ class: names }) => names.split('+')))
    if (this.#people.size === 0) return
    const routes = new Map(network.routes.map((route) => [route.name, route]))
    /** Classes that come to a facility on their way in a direction. */
    const coming = new Map<string, Set<string>>()
    for (const flow of network.flows) {
      for (const route of flow.routes.map((name) => routes.get(name))) {
        for (const leg of route?.legs ?? []) {
          if (leg.kind === 'facility') put(coming, `${leg.name} ${route?.direction}`, flow.class)
          else put(this.#classes, leg.name, flow.class)
        }
      }
    }
    // Who rides waits at the stops; the carriers themselves are counted at their berths.
    for (const { name, from, to } of network.services) {
      for (const stop of [from, to]) for (const place of [`${name}.${stop}`, `${name}.${stop}.aboard`]) for (const one of this.#classes.get(name) ?? []) put(this.#classes, place, one)
    }
    for (const { name, processes } of network.facilities) {
      for (const { direction, steps } of processes) {
        for (const { stage, classes } of visits(steps)) {
          for (const one of coming.get(`${name} ${direction}`) ?? []) if (classes.has(one)) put(this.#classes, stage, one)
        }
      }
    }
  }

  /** Of a stage, link or service; of several together. Where nobody comes, what would come is a vehicle. */
  who(...places: string[]): Whom {
    const classes = places.flatMap((place) => [...(this.#classes.get(place) ?? [])])
    const people = classes.filter((name) => this.#people.has(name)).length
    return people === 0 ? 'vehicles' : people === classes.length ? 'people' : 'mixed'
  }

  /** Of one class. */
  of(name: string): Who {
    return this.#people.has(name) ? 'people' : 'vehicles'
  }
}

function put(map: Map<string, Set<string>>, key: string, value: string) {
  const known = map.get(key)
  if (known === undefined) map.set(key, new Set([value]))
  else known.add(value)
}

const shared = (share: Record<string, number>) => new Set(Object.keys(share).filter((name) => (share[name] ?? 0) > 0))
const both = (outer: Set<string> | null, inner: Set<string>) => (outer === null ? inner : new Set([...inner].filter((name) => outer.has(name))))

function visits(steps: readonly StepView[], outer: Set<string> | null = null): { stage: string; classes: Set<string> }[] {
  return steps.flatMap((step) => {
    if (step.kind === 'one-of') return step.ways.flatMap((way) => visits(way.steps, both(outer, shared(way.share))))
    const classes = both(outer, shared(step.share))
    return step.kind === 'group' ? visits(step.steps, classes) : [{ stage: step.stage, classes }]
  })
}
