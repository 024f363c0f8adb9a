// What measures, units, places and scenarios are called, and numbers with their units.

import { capitalised, interval, language, list, say, tag } from './language.svelte'
import { api } from './api'
import type { Measure } from './answers'
import type { Language, Network, Study, Value, Who } from './types'

const UNITS: Record<string, string> = {
  share: 'unit-share', h: 'unit-hours', min: 'unit-minutes', vehicles: 'unit-vehicles', 'vehicles/day': 'unit-vehicles-per-day',
  'passengers/day': 'unit-passengers-per-day', t: 'unit-tonnes', 't/vehicle': 'unit-tonnes-per-vehicle', 'km/h': 'unit-km-per-hour',
  lanes: 'unit-lanes', 'h/year': 'unit-hours-per-year', 't/year': 'unit-tonnes-per-year', 'kg/vehicle': 'unit-kilograms-per-vehicle',
}

/** A unit in words. A difference of shares has percentage points. */
export function unit(name: string, difference = false): string {
  if (name === 'share' && difference) return say('unit-points')
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

export const withUnit = (text: string, name: string, difference = false) => `${text}\u00a0${unit(name, difference)}`.trim()

export const measureTitle = (name: string) => capitalised(say(`measure-${name}`))

/** The names of a network in the language of the pages. */
export class Titles {
  readonly #titles = new Map<string, string>()
  readonly directions: { name: string; title: string }[]
  readonly groups: Network['groups']
  /** What all traffic together is called. */
  readonly who: Who | 'mixed'

  constructor(readonly network: Network | null) {
    this.directions = network?.directions ?? []
    this.groups = network?.groups ?? []
    this.who = this.groups.length > 1 ? 'mixed' : (this.groups[0]?.who ?? 'vehicles')
    for (const { name, title } of [...(network?.links ?? []), ...(network?.services ?? []), ...(network?.flows ?? [])]) this.#titles.set(name, title)
    for (const facility of network?.facilities ?? []) {
      this.#titles.set(facility.name, facility.title)
      for (const stage of facility.stages) this.#titles.set(stage.name, say('stage-of-facility', { facility: facility.title, stage: stage.title }))
    }
    for (const node of network?.nodes ?? []) if (!this.#titles.has(node.name)) this.#titles.set(node.name, node.title)
  }

  /** A stage, link, service, facility or the corridor. */
  scope(name: string, otherwise = name): string {
    return name === 'corridor' || name === '' ? say('whole-corridor') : (this.#titles.get(name) ?? otherwise)
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
    return name === '' ? say('all-classes') : (this.network?.classes.find((known) => known.name === name)?.title ?? name)
  }
  /** An input by its path: where it is, and what of it. The keys stay as the folder writes them. */
  input(path: string): string {
    const parts = path.split('.')
    const [kind = '', name = ''] = parts
    const staged = kind === 'facility' && parts[2] === 'stage'
    const rest = parts.slice(staged ? 4 : 2).join(' ')
    if (path.startsWith('flow.*')) return `${say('bottleneck-flows')}: ${rest}`
    const place = staged ? this.#titles.get(`${name}.${parts[3]}`) : kind === 'class' ? this.class(name) : this.#titles.get(name)
    return rest === '' ? shortPath(path) : say('labelled', { label: place ?? name, text: rest })
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

/** `lanes 10 → 4`: a path without the parts that only lead to it. */
export function shortPath(path: string): string {
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
