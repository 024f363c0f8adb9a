// What measures, units, places and scenarios are called, and numbers with their units.

import { capitalised, interval, knows, language, list, say, tag } from './language.svelte'
import { api } from './api'
import type { Measure } from './answers'
import { Travellers, type Whom } from './travellers'
import type { Language, Network, Study, Value } from './types'

const UNITS: Record<string, string> = {
  share: 'unit-share', h: 'unit-hours', min: 'unit-minutes', vehicles: 'unit-vehicles', 'vehicles/day': 'unit-vehicles-per-day',
  'passengers/day': 'unit-passengers-per-day', t: 'unit-tonnes', 't/vehicle': 'unit-tonnes-per-vehicle', 'km/h': 'unit-km-per-hour',
  lanes: 'unit-lanes', 'h/year': 'unit-hours-per-year', 't/year': 'unit-tonnes-per-year', 'kg/vehicle': 'unit-kilograms-per-vehicle',
}

/** A unit in words. A difference of shares has percentage points; what is counted is said of people where they are meant. */
export function unit(name: string, difference = false, who: Whom = 'vehicles'): string {
  if (name === 'share' && difference) return say('unit-points')
  if (who !== 'vehicles' && name === 'vehicles') return say('unit-whom', { who })
  if (who !== 'vehicles' && name === 'vehicles/day') return say('unit-whom-per-day', { who })
  const known = UNITS[name]
  if (known !== undefined) return say(known)
  const [, currency, per] = /^([A-Z]{3})\/(vehicle|year|\(.*\))$/.exec(name) ?? []
  if (currency !== undefined) {
    const id = per === 'vehicle' ? 'per-vehicle' : per === 'year' ? 'per-year' : 'per-standard-cargo'
    return say(`unit-money-${id}`, { currency })
  }
  return name === 'ratio' ? '' : name
}

/** Shares are said in percent. */
const times = (name: string) => (name === 'share' ? 100 : 1)

/** A value of a measure with its half-width, without its unit. */
export function amount(value: number | null | undefined, halfWidth: number | null | undefined, name: string): string {
  const by = times(name)
  return interval(value === null || value === undefined ? null : value * by, halfWidth === null || halfWidth === undefined ? null : halfWidth * by)
}

/** A difference, with its sign always written. */
export function signed(value: number | null | undefined, halfWidth: number | null | undefined, name: string): string {
  const text = amount(value, halfWidth, name)
  return (value ?? 0) > 0 && /^[0-9][^±]*[1-9]|^[1-9]/.test(text) ? `+${text}` : text
}

export const withUnit = (text: string, unit: string) => `${text}\u00a0${unit}`.trim()

export const measureTitle = (name: string) => capitalised(say(`measure-${name}`))

/** What a folder has only one of, so that it has no name. */
const ALONE = ['money', 'air', 'choice', 'corridor']
/** Whose titles say by themselves what they are. */
const PLACES = ['facility', 'link', 'service', 'flow', 'class', 'calendar', 'season', 'route']

/** The names of a network in the language of the pages. */
export class Titles {
  readonly #titles = new Map<string, string>()
  readonly directions: { name: string; title: string }[]
  readonly groups: Network['groups']
  /** What all traffic together is called. */
  readonly who: Whom
  /** What the traffic of a place is called. */
  readonly travellers: Travellers
  readonly #classes: Map<string, string>

  constructor(readonly network: Network | null) {
    this.directions = network?.directions ?? []
    this.groups = network?.groups ?? []
    this.who = this.groups.length > 1 ? 'mixed' : (this.groups[0]?.who ?? 'vehicles')
    this.travellers = new Travellers(network ?? { groups: [], flows: [], routes: [], facilities: [], services: [] })
    this.#classes = new Map(network?.classes.map(({ name, title }) => [name, title]))
    const lists = [network?.calendars, network?.seasons, network?.routes, network?.flows, network?.services, network?.links]
    for (const { name, title } of lists.flatMap((named): Network['classes'] => named ?? [])) this.#titles.set(name, title)
    for (const facility of network?.facilities ?? []) {
      this.#titles.set(facility.name, facility.title)
      for (const stage of facility.stages) this.#titles.set(stage.name, say('stage-of-facility', { facility: facility.title, stage: stage.title }))
    }
    // Stops of a service: who waits, who is aboard, and where its carriers stand.
    for (const { name, title, from, to } of network?.services ?? []) {
      for (const [stop, other] of [[from, to], [to, from]] as const) {
        const [here, there] = [stop, other].map((node) => network?.nodes.find((known) => known.name === node)?.title ?? node)
        this.#titles.set(`${name}.${stop}`, say('stage-of-facility', { facility: title, stage: here ?? '' }))
        for (const part of ['aboard', 'berth']) this.#titles.set(`${name}.${stop}.${part}`, say('stage-of-facility', { facility: title, stage: `${here} → ${there}` }))
      }
    }
    // A calendar that has no title of its own is known by whose hours it says.
    for (const { name, title } of network?.calendars ?? []) {
      const users = [...(network?.facilities ?? []).filter(({ stages }) => stages.some(({ hours }) => hours === name)), ...(network?.links ?? []).filter(({ hours }) => hours === name), ...(network?.services ?? []).filter(({ hours }) => hours === name)]
      if (title === name && users.length > 0) this.#titles.set(name, list(users.slice(0, 2).map((user) => user.title)))
    }
    for (const node of network?.nodes ?? []) if (!this.#titles.has(node.name)) this.#titles.set(node.name, node.title)
  }

  /** A stage, link, service, facility or the corridor. */
  scope(name: string, otherwise = name): string {
    return name === 'corridor' || name === '' ? say('whole-corridor') : (this.#titles.get(name) ?? otherwise)
  }
  /** A stage without its facility. */
  stage(name: string): string {
    return this.network?.facilities.flatMap(({ stages }) => stages).find((stage) => stage.name === name)?.title ?? this.scope(name)
  }
  /** Who a number counts. */
  whose(measure: { scope: string; class: string }): Whom {
    if (measure.class !== '') return this.groups.find((group) => group.class === measure.class)?.who ?? this.travellers.of(measure.class)
    return measure.scope === 'corridor' || measure.scope === '' ? this.who : this.travellers.who(measure.scope)
  }
  /** The unit of a number, with who is counted. */
  unit(measure: { unit: string; scope: string; class: string }, difference = false): string {
    return unit(measure.unit, difference, this.whose(measure))
  }
  direction(name: string): string {
    return name === '' ? '' : (this.directions.find((known) => known.name === name)?.title ?? name)
  }
  /** The colour that a direction has everywhere. */
  hue(name: string): string {
    const index = this.directions.findIndex((known) => known.name === name)
    return index < 0 ? 'quiet' : `d${index % 4}`
  }
  class(name: string): string {
    const group = this.groups.find((one) => one.class === name)
    return name === '' ? say('all-classes') : group !== undefined ? say('all-of-group', { who: group.who }) : (this.#classes.get(name) ?? name)
  }
  /** An input by its path: where it is, and what of it. */
  input(path: string): string {
    const { place, rest } = this.#parts(path)
    return rest.length === 0 ? place : say('labelled', { label: place, text: this.#words(rest, path) })
  }
  /** What of its place an input is. */
  key(path: string): string {
    const { place, rest } = this.#parts(path)
    return rest.length === 0 ? place : this.#words(rest, path)
  }
  /** A value as written, but texts without their quotes, and names of the folder by their titles. */
  value(written: string): string {
    if (written === '') return say('not-written')
    const names = /^\[.*\]$/.test(written) ? [...written.matchAll(/"([^"\\]*)"/g)].map((match) => match[1] ?? '') : []
    if (names.length > 0 && names.every((name) => this.#titles.has(name))) return list(names.map((name) => this.scope(name)))
    const text = written.replace(/^"([^"\\]*)"$/, '$1')
    return this.#titles.get(text) ?? text
  }
  #parts(path: string): { place: string; rest: string[] } {
    const parts = path.split('.')
    const [kind = '', name = ''] = parts
    if (path.startsWith('flow.*')) return { place: say('bottleneck-flows'), rest: parts.slice(2) }
    if (ALONE.includes(kind)) return { place: capitalised(say(`element-${kind}`)), rest: parts.slice(1) }
    if (kind === 'facility' && parts[2] === 'stage') return { place: this.#titles.get(`${name}.${parts[3]}`) ?? shortPath(path), rest: parts.slice(4) }
    const title = kind === 'class' ? this.#classes.get(name) : this.#titles.get(name)
    const of = `element-${kind}`
    return { place: title === undefined || !PLACES.includes(kind) ? (knows(of) ? say('labelled', { label: capitalised(say(of)), text: title ?? name }) : (title ?? name)) : title, rest: parts.slice(2) }
  }
  /** Keys in words; what a folder names itself has its title, or stays as it is. */
  #words(keys: readonly string[], path: string): string {
    const who = this.travellers.who(path.split('.').filter((_, index) => index === 1 || index === 3).join('.'))
    return list(keys.map((key) => (knows(`key-${key}`) ? say(`key-${key}`, { who }) : (this.#classes.get(key) ?? this.#titles.get(key) ?? key))))
  }
  /** Who a number is about, in one phrase. */
  whom(measure: { scope: string; direction: string; class: string }): string {
    const parts = [measure.scope === 'corridor' ? '' : this.scope(measure.scope), this.direction(measure.direction), measure.class === '' ? '' : this.class(measure.class)]
    return list(parts.filter((part) => part !== '')) || say('whole-corridor')
  }
}

const networks = new Map<string, Promise<Network | null>>()

/** The network of any scenario, read once for each state of the folder. A scenario that is gone has none. */
export function networkOf(scenario: string, hash: string, lang: Language = language()): Promise<Network | null> {
  const key = `${hash} ${lang} ${scenario}`
  let found = networks.get(key)
  if (found === undefined) networks.set(key, (found = api.network(scenario, lang).catch(() => null)))
  return found
}

/** One measure of a run. */
export function find(measures: readonly Measure[], name: string, scope = 'corridor', direction = '', of = ''): Measure | null {
  return measures.find((m) => m.name === name && m.scope === scope && m.direction === direction && m.class === of) ?? null
}

/** A path without the parts that only lead to it. */
function shortPath(path: string): string {
  const parts = path.split('.')
  const from = parts.indexOf('stage')
  return (from >= 0 ? [parts[from + 1], ...parts.slice(from + 2)] : parts.slice(-2)).join(' ')
}

/** A country by its code, in the language of the pages. */
export function country(code: string): string {
  try {
    return new Intl.DisplayNames([tag()], { type: 'region' }).of(code) ?? code
  } catch {
    return code
  }
}

/** What a study tries beside what the folder says. */
export const tried = (study: Study): Value[] => study.request.scenarios.flatMap(({ changes }) => changes)
