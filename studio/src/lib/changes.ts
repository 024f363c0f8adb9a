// What a scenario says otherwise than another, or than the folder without any scenario.

import type { Network, ScenarioRow } from './types'

export interface Difference {
  path: string
  /** The day from which it holds; none where it holds all the time. */
  from: string | null
  /** As written; empty where nothing is. */
  before: string
  after: string
}

/** In an address: the folder as it is without any scenario. */
export const FOLDER = 'folder'

/** What a scenario starts from, as an address names it; none where it changes nothing. */
export const startsFrom = (scenario: ScenarioRow): string | null => scenario.base ?? (scenario.changes.length > 0 ? FOLDER : null)

/** What an address asks a scenario to be held against: another scenario, the folder, or nothing that is there. */
export function against(word: string | undefined, scenario: ScenarioRow, all: readonly ScenarioRow[]): { row: ScenarioRow | null } | null {
  const row = all.find(({ name }) => name === word && name !== scenario.name) ?? null
  return row !== null || word === FOLDER ? { row } : null
}

const effective = (scenario: ScenarioRow, path: string, day: string) =>
  scenario.changes.findLast((change) => change.path === path && (change.from === null || change.from <= day))

const within = (day: string, { from, to }: ScenarioRow) => (day < from ? from : day > to ? to : day)

export interface Held {
  /** The day from which it holds; none for what holds when the scenario begins. */
  from: string | null
  value: string
}

/** What an input is while a scenario lasts: when it begins, and then on each day on which it changes. */
function heldBy(scenario: ScenarioRow, path: string, written: string): Held[] {
  const days = scenario.changes.flatMap((change) => (change.path === path && change.from !== null && change.from > scenario.from && change.from <= scenario.to ? [change.from] : []))
  const found: Held[] = []
  for (const day of [scenario.from, ...[...new Set(days)].sort()]) {
    const value = effective(scenario, path, day)?.after ?? written
    if (value !== found.at(-1)?.value) found.push({ from: day === scenario.from ? null : day, value })
  }
  return found
}

/** The inputs that are not the same in all of several scenarios, with what each of them says. */
export function unlike(scenarios: readonly ScenarioRow[]): { path: string; held: Held[][] }[] {
  const changes = scenarios.flatMap((scenario) => scenario.changes)
  const paths = [...new Set(changes.map(({ path }) => path))].sort()
  const rows = paths.map((path) => {
    const written = changes.find((change) => change.path === path)?.before ?? ''
    return { path, held: scenarios.map((scenario) => heldBy(scenario, path, written)) }
  })
  return rows.filter(({ held }) => held.some((own) => !alike(own, held[0] ?? [])))
}

export const alike = (held: readonly Held[], other: readonly Held[]) =>
  held.length === other.length && held.every(({ from, value }, index) => from === other[index]?.from && value === other[index]?.value)

/**
 * The inputs that differ, each from the day on which it does. Scenarios may be about different days: every day of the one is held
 * against the same day of the other, or against that of its days which is nearest.
 */
export function differences(scenario: ScenarioRow, other: ScenarioRow | null): Difference[] {
  const changes = [...scenario.changes, ...(other?.changes ?? [])]
  const paths = [...new Set(changes.map(({ path }) => path))]
  return paths.flatMap((path) => {
    // What stood there before anybody changed it is what the folder says.
    const written = changes.find((change) => change.path === path)?.before ?? ''
    const days = changes.flatMap((change) => (change.path === path && change.from !== null && change.from > scenario.from && change.from <= scenario.to ? [change.from] : []))
    const found: Difference[] = []
    let last: Difference | null = null
    for (const day of [scenario.from, ...[...new Set(days)].sort()]) {
      const own = effective(scenario, path, day)
      const before = (other === null ? undefined : effective(other, path, within(day, other)))?.after ?? written
      const after = own?.after ?? written
      if (last === null ? before === after : last.before === before && last.after === after) continue
      last = { path, from: day === scenario.from ? (own?.from ?? null) : day, before, after }
      found.push(last)
    }
    // A difference that ends is told too, but not one that never began.
    return found
  })
}

export type PlaceKind = 'facility' | 'link' | 'service'

/** The place on the map that an input belongs to; none for demand, calendars, prices and the like. */
export function placeOf(path: string): { kind: PlaceKind; name: string } | null {
  const [kind = '', name = ''] = path.split('.')
  return kind === 'facility' || kind === 'link' || kind === 'service' ? { kind, name } : null
}

/** What results call the place: the stage of a facility, a link, a service. */
export function scopeOf(path: string): string | null {
  const [kind, name = '', part, stage] = path.split('.')
  if (kind === 'facility') return part === 'stage' && stage !== undefined ? `${name}.${stage}` : null
  return kind === 'link' || kind === 'service' ? name : null
}

export interface Touched {
  kind: PlaceKind
  name: string
  title: string
  /** `added` and `gone`: one of the two scenarios does not have it at all. */
  state: 'changed' | 'added' | 'gone'
  differences: Difference[]
}

/** The places that differ, those with changed inputs first; and the differences that belong to no place. */
export function touched(found: readonly Difference[], network: Network, other: Network | null): { places: Touched[]; everywhere: Difference[] } {
  const own = placesOf(network)
  const others = other === null ? own : placesOf(other)
  const places = new Map<string, Touched>()
  for (const difference of found) {
    const at = placeOf(difference.path)
    if (at === null) continue
    const key = `${at.kind}.${at.name}`
    const title = own.get(key)?.title ?? others.get(key)?.title
    if (title === undefined) continue
    const known = places.get(key)
    if (known !== undefined) known.differences.push(difference)
    else places.set(key, { ...at, title, state: 'changed', differences: [difference] })
  }
  for (const [key, { kind, name, title }] of own) if (!others.has(key)) places.set(key, { kind, name, title, state: 'added', differences: [] })
  for (const [key, { kind, name, title }] of others) if (!own.has(key)) places.set(key, { kind, name, title, state: 'gone', differences: [] })
  const rank = ({ state }: Touched) => ['changed', 'added', 'gone'].indexOf(state)
  return { places: [...places.values()].sort((a, b) => rank(a) - rank(b)), everywhere: found.filter(({ path }) => placeOf(path) === null) }
}

function placesOf(network: Network): Map<string, { kind: PlaceKind; name: string; title: string }> {
  const all = [
    ...network.facilities.map(({ name, title }) => ({ kind: 'facility' as const, name, title })),
    ...network.links.map(({ name, title }) => ({ kind: 'link' as const, name, title })),
    ...network.services.map(({ name, title }) => ({ kind: 'service' as const, name, title })),
  ]
  return new Map(all.map((place) => [`${place.kind}.${place.name}`, place]))
}
