// What is said about a study wherever it is listed.

import { date } from '../lib/clock'
import { list, say, tag, whole } from '../lib/language.svelte'
import { link } from '../lib/route.svelte'
import { studio } from '../lib/state.svelte'
import type { ScenarioRow, Study, Value } from '../lib/types'
import { Titles } from '../lib/words'

export const active = (study: Study) => study.state === 'queued' || study.state === 'running'

/** The title of a scenario in the language of the pages; its name when the folder has it no longer. */
export function scenarioTitle(name: string): string {
  return scenario(name)?.title ?? name
}

export const scenario = (name: string): ScenarioRow | undefined => studio.corridor?.scenarios.find((row) => row.name === name)

/** What a study is about: its scenarios, and what was tried in them. */
export function about(study: Study): string {
  const sides = study.request.scenarios.map(({ name, changes }) => (changes.length === 0 ? scenarioTitle(name) : say('study-tried', { scenario: scenarioTitle(name), values: tried(changes) })))
  const [first, second] = sides
  if (first === undefined) return studio.corridor?.title ?? study.title
  return second === undefined ? first : say('study-pair', { a: first, b: second })
}

/** The first of the values that were tried, in words. */
function tried(changes: readonly Value[]): string {
  const titles = new Titles(studio.network)
  const said = changes.slice(0, 3).map(({ path, value }) => `${titles.input(path)} = ${titles.value(value)}`)
  return list(changes.length > 3 ? [...said, '…'] : said)
}

export function created(study: Study): string {
  const ms = Date.parse(study.created)
  if (Number.isNaN(ms)) return '–'
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(ms)
  return say('day-and-time', { day: date(ms, zone, tag()), time: clock })
}

/** Seconds as a person says them. */
export function seconds(value: number): string {
  if (value < 90) return say('seconds', { number: whole(Math.max(1, Math.round(value))) }).replace(' ', '\u00a0')
  return say('minutes', { number: whole(Math.round(value / 60)) }).replace(' ', '\u00a0')
}

export const percent = (study: Study) => (study.total === 0 ? 0 : Math.min(100, Math.round((100 * study.done) / study.total)))

/** Where a study is looked at: vehicles are watched on the map. */
export function place(study: Study): string {
  const name = study.request.scenarios[0]?.name
  if (study.kind === 'animate') return link('map', '', { scenario: name })
  return link('results', study.id, { scenario: name ?? null })
}
