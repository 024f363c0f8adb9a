// The answer of a study in one sentence, put together as the reports do it, from the same catalogues.

import type { Bottleneck, BottleneckRow, Comparison, ComparisonRow, Note, Programme, RunAnswer, Sensitivity, SensitivityAnswer, Sustained } from '../lib/answers'
import { interval, knows, language, list, plain, say, tag, whole } from '../lib/language.svelte'
import { day } from '../lib/clock'
import { localised } from '../lib/number'
import { country, find, signed, type Titles } from '../lib/words'

/** Lane uses from which a stage is named as nearly full, and as the limit itself. */
const NEARLY_FULL = 0.85
const FULL = 0.995

export function sentence({ results }: RunAnswer, titles: Titles): string {
  const mean = (name: string, direction = '', group = '') => {
    const found = find(results.measures, name, 'corridor', direction, group)
    return found === null || found.mean === null ? null : interval(found.mean, found.half_width, 1)
  }
  const grows = results.diagnostics.find(({ code }) => code === 'queue-grows') 
  const all = mean('crossings_per_day')
  if (all === null) return say('answer', { crossings: say('answer-nobody') })
  const coming = grows === undefined ? null : mean('arrivals_per_day')
  let crossings = coming === null ? say('answer-crossings', { crossings: all }) : say('answer-crossings-of', { crossings: all, coming })
  const parts = titles.directions.flatMap(({ name, title }) => {
    const of = mean('crossings_per_day', name)
    return of === null ? [] : [say('answer-direction', { direction: title, crossings: of })]
  })
  if (parts.length > 1) crossings = say('answer-by-direction', { crossings, directions: list(parts) })
  const groups = titles.groups.flatMap(({ who, class: group }) => {
    const of = mean('crossings_per_day', '', group)
    const came = grows === undefined ? null : mean('arrivals_per_day', '', group)
    if (of === null) return []
    return [came === null ? say('answer-group', { who, crossings: of }) : say('answer-of-group', { who, crossings: of, coming: came })]
  })
  const [first, second] = groups
  if (first !== undefined) crossings = second === undefined ? say('answer-one-group', { group: first }) : say('answer-two-groups', { people: first, vehicles: second })
  const limit = grows === undefined ? busiest(results, titles) : say('answer-limit-queue', { place: titles.scope(grows.scope) })
  return limit === null ? say('answer', { crossings }) : say('answer-and-limit', { crossings, limit })
}

function busiest(results: RunAnswer['results'], titles: Titles): string | null {
  const stages = (titles.network?.facilities ?? []).flatMap(({ stages }) => stages).filter(({ kind }) => kind === 'control')
  const used = stages.flatMap(({ name }) => find(results.measures, 'lane_use_share', name) ?? []).filter(({ mean }) => mean !== null)
  const top = used.sort((a, b) => (b.mean ?? 0) - (a.mean ?? 0))[0]
  if (top === undefined) return null
  const share = top.mean ?? 0
  const id = share >= FULL ? 'full' : share >= NEARLY_FULL ? 'nearly-full' : 'demand'
  return say(`answer-limit-${id}`, { stage: titles.scope(top.scope), used: interval(100 * share, 100 * (top.half_width ?? 0), 1) })
}

/** A finding or warning in the language of the pages; one that no catalogue knows is said in English. */
export function noteSaid(note: Note, titles: Titles): string {
  const values = note.values ?? {}
  const id = note.code === 'queue-grows' && values['ratio'] === undefined ? 'note-queue-grows-closed' : note.code === 'no-value' && values['day'] === undefined ? 'note-no-value-in-warm-up' : `note-${note.code}`
  if (!knows(id) || Object.keys(values).length === 0) return note.message
  const text = (value: NonNullable<Note['values']>[string]) => {
    if ('number' in value) return localised(value.number, language())
    if ('date' in value) return day(value.date, tag())
    return 'place' in value ? titles.scope(note.scope, value.place.join(', ')) : value.text
  }
  return say(id, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, text(value)])))
}

/** What a comparison is told by, in the order of importance. */
export const TOLD = ['crossings_per_day', 'door_to_door_h', 'wait_on_site_h', 'wait_virtual_h', 'cost_per_crossing', 'delay_h_per_year', 'idling_co2_t_per_year', 'passengers_per_day']

export const corridorRow = (comparison: Comparison, name: string): ComparisonRow | null =>
  comparison.rows.find((row) => row.name === name && row.scope === 'corridor' && row.direction === '' && row.class === '') ?? null

function changeSaid(row: ComparisonRow, titles: Titles): string {
  const measure = say(`measure-${row.name}`)
  const values = { measure, difference: signed(row.difference, row.half_width, row.unit), unit: titles.unit(row, true) }
  return say(row.verdict === 'changed' ? 'change-said' : row.verdict === 'cannot_tell' ? 'change-without-value' : 'change-not-seen', values)
}

export function comparisonSaid(comparison: Comparison, a: string, b: string, titles: Titles): string {
  const rows = ['crossings_per_day', 'door_to_door_h', 'wait_on_site_h'].flatMap((name) => corridorRow(comparison, name) ?? [])
  const seen = rows.filter(({ verdict }) => verdict === 'changed')
  const said = seen.length > 0 ? seen : rows.slice(0, 2)
  if (said.length === 0) return say('comparison-answer-none')
  // A title in Russian stands in quotation marks, for it does not follow the case of the sentence.
  const named = (title: string) => (language() === 'ru' ? `«${title}»` : title)
  return say('comparison-answer', { a: named(a), b: named(b), differences: said.map((row) => changeSaid(row, titles)).join(say('clause-separator')) })
}

export function bottleneckPlace(row: BottleneckRow, titles: Titles): string {
  if (row.kind === 'side_lanes') return say('bottleneck-country', { country: country(row.title) })
  if (row.kind === 'demand') return say('bottleneck-flows')
  if (row.kind === 'hours' || row.kind === 'closures') return say('bottleneck-calendar', { title: row.title })
  return titles.scope(row.scope, row.title)
}

export function bottleneckChange(row: BottleneckRow, long = false): string {
  const word = row.kind.replaceAll('_', '-')
  const id = long && (word === 'service' || word === 'lead') ? `${word}-long` : word
  return say(`bottleneck-kind-${id}`, { from: row.from, to: row.to })
}

export function bottleneckSaid(found: Bottleneck, titles: Titles): string {
  const who = titles.who
  const crossings = interval(found.base.crossings_per_day.mean, found.base.crossings_per_day.half_width ?? null, 1)
  const arrivals = interval(found.base.arrivals_per_day.mean, found.base.arrivals_per_day.half_width ?? null, 1)
  if (found.limit === 'demand') {
    if (found.demand === null) return say('bottleneck-answer-timetable', { who, crossings })
    const more = interval(found.demand.arrivals_per_day.mean, found.demand.arrivals_per_day.half_width ?? null, 1)
    return say('bottleneck-answer-demand', { who, crossings, more, crossed: interval(found.demand.crossings_per_day.mean, found.demand.crossings_per_day.half_width ?? null, 1) })
  }
  const limit = say(found.limit === 'resource' ? 'bottleneck-answer-resource' : 'bottleneck-answer-unclear', { who, crossings, arrivals })
  return say('sentences', { first: limit.replace(/[.。]$/, ''), second: bestSaid(found, titles).replace(/[.。]$/, '') })
}

/** What one more unit of the best resource buys. */
export function bestSaid(found: Bottleneck, titles: Titles): string {
  const row = found.best === null ? undefined : found.rows[found.best.row]
  if (row === undefined) return say('bottleneck-answer-none')
  const { difference, half_width } = row.vehicle_hours_per_year
  const effects =
    difference === null
      ? ''
      : say(difference < 0 ? 'bottleneck-saved-hours' : 'bottleneck-lost-hours', {
          value: interval(Math.abs(difference), half_width, 0),
          share: plain((100 * Math.abs(difference)) / found.base.vehicle_hours_per_year.mean, 2),
        })
  return say('bottleneck-answer-best', { place: bottleneckPlace(row, titles), change: bottleneckChange(row, true), effects })
}

export function capacitySaid(found: Sustained, titles: Titles): string {
  const values = {
    who: found.direction === '' ? 'all' : 'one',
    mix: 'own',
    whom: titles.who,
    direction: titles.direction(found.direction),
    per_day: whole(found.per_day ?? 0),
    low: whole(found.low_per_day),
    high: found.high_per_day === null ? 'none' : whole(found.high_per_day),
    times: interval((found.per_day ?? 0) / Math.max(1e-9, found.today_per_day), null, 1),
    today: whole(found.today_per_day),
    most: whole(0),
  }
  if (found.outcome === 'enclosed') return say('capacity-answer', { ...values, 'per-day': values.per_day })
  return say({ beyond: 'capacity-answer-beyond', none_keeps: 'capacity-answer-none', unclear: 'capacity-answer-unclear' }[found.outcome], values)
}

export function limitSaid(found: Sustained, standard: string, titles: Titles): string | null {
  const { limit } = found
  if (limit === null) return null
  const traffic = say('capacity-traffic', { group: limit.passengers ? 'passengers' : 'freight', direction: titles.direction(limit.direction) })
  // The station is told in the language of the pages and not in that of the study.
  const station = limit.scope === '' ? limit.title : titles.scope(limit.scope, limit.title)
  return say('capacity-gives-way', { limit: say(`capacity-limit-${limit.kind}`, { station, traffic, standard, lost: say('percent', { number: '5' }) }) })
}

/** What was asked for, as it stands inside a sentence. */
export function asked({ asked }: SensitivityAnswer, titles: Titles): string {
  const measure = say(`measure-${asked.measure}`)
  const statistic = asked.statistic === 'mean' ? '' : ` ${say(asked.statistic)}`
  return list([measure + statistic, ...(asked.scope === '' ? [] : [titles.scope(asked.scope)]), ...(asked.direction === '' ? [] : [titles.direction(asked.direction)])])
}

export function sensitivitySaid(found: Sensitivity, answer: SensitivityAnswer, titles: Titles): string {
  const measure = asked(answer, titles)
  const deciding = answer.rows.filter(({ weight }) => weight === 'decides')
  const all = found.inputs.length
  const least = say('percent', { number: '5' })
  if (deciding.length === 0) return say(answer.rows.every(({ mean_absolute }) => mean_absolute === 0) ? 'sensitivity-nothing' : 'sensitivity-none-decides', { all, measure, least })
  const names = list(deciding.slice(0, 4).map(({ input }) => titles.input(found.inputs[input]?.path ?? '')))
  return say('sensitivity-decide', { count: deciding.length, all, measure, names, least })
}

export function programmeSaid(found: Programme): string {
  const open = found.projects.filter(({ status }) => status === 'open').length
  const stopped = found.projects.filter(({ status }) => status === 'stopped').length
  const first = say('programme-answer', { count: found.projects.length, open, pending: found.projects.length - open - stopped, stopped })
  const pending = found.projects.filter(({ status }) => status !== 'open' && status !== 'stopped')
  const late = pending.filter(({ months_late }) => (months_late ?? 0) > 0)
  if (late.length === 0) return first
  const months = late.reduce((sum, { months_late }) => sum + (months_late ?? 0), 0) / late.length
  return `${first}${language() === 'zh' ? '' : ' '}${say('programme-answer-late', { late: late.length, months: plain(months, 1) })}`
}
