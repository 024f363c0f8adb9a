// The words of the pages, from the same Fluent catalogues as the reports. Another language is shown without a reload.

import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import * as number from './number'
import type { Language } from './types'

export const LANGUAGES: { name: Language; tag: string; title: string }[] = [
  { name: 'en', tag: 'en', title: 'English' },
  { name: 'zh', tag: 'zh-Hans', title: '中文' },
  { name: 'ru', tag: 'ru', title: 'Русский' },
]

const texts = import.meta.glob<string>('../../../crates/report/catalogues/*/{studio,studio-pages,common,dates,evidence,measures,run,charts,comparison,bottleneck,capacity,sensitivity,programme,journey,money,findings}.ftl', { query: '?raw', import: 'default', eager: true })

export function bundle(language: Language, tag: string): FluentBundle {
  // The marks that isolate foreign text would be printed in charts and exports.
  const made = new FluentBundle(tag, { useIsolating: false })
  for (const [file, text] of Object.entries(texts)) {
    if (file.includes(`/${language}/`)) made.addResource(new FluentResource(text))
  }
  return made
}

/** Catalogues are parsed when their language is first spoken: nobody waits for words that are not shown. */
const bundles = new Map<Language, FluentBundle>()
function words(language: Language): FluentBundle {
  const made = bundles.get(language) ?? bundle(language, LANGUAGES.find(({ name }) => name === language)?.tag ?? language)
  bundles.set(language, made)
  return made
}

function wanted(): Language {
  const kept = localStorage.getItem('portway-language')
  const names = [kept, ...navigator.languages.map((tag) => tag.slice(0, 2))]
  return (names.find((name) => LANGUAGES.some((known) => known.name === name)) ?? 'en') as Language
}

let current = $state<Language>(wanted())
document.documentElement.lang = tag()

export function language(): Language {
  return current
}

export function tag(): string {
  return LANGUAGES.find(({ name }) => name === current)?.tag ?? 'en'
}

export function speak(name: Language) {
  current = name
  localStorage.setItem('portway-language', name)
  document.documentElement.lang = tag()
}

function found(language: Language, id: string, values?: Record<string, FluentVariable>): string | null {
  const pattern = words(language).getMessage(id)?.value
  return pattern === null || pattern === undefined ? null : words(language).formatPattern(pattern, values, [])
}

/** The text of a message; one that a catalogue lacks is shown in English, and a test makes sure that none lacks any. */
export function say(id: string, values?: Record<string, FluentVariable>): string {
  return found(current, id, values) ?? found('en', id, values) ?? id
}

/** Whether a catalogue has a message at all: studies of later versions may have codes that these pages do not know. */
export const knows = (id: string) => found('en', id) !== null

/** A value with its half-width in the current language: `84.2 ± 1.1`. */
export function interval(value: number | null | undefined, halfWidth: number | null = null, mostDecimals = 2): string {
  return value === null || value === undefined ? '–' : number.text(number.quantity(value, halfWidth, mostDecimals), current)
}

export const whole = (value: number) => number.integer(value, current)
export const plain = (value: number, mostDecimals?: number) => number.plain(value, current, mostDecimals)

/** What people call a zone: the places of this corridor by their own name, others by their city. */
export function zoneName(zone: string): string {
  const id = `zone-${zone.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`
  return found(current, id) ?? zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
}

/** Minutes below two hours, hours above. */
export function duration(minutes: number | null | undefined, halfWidth: number | null = null): string {
  if (minutes === null || minutes === undefined) return '–'
  const said = minutes < 120 ? say('minutes', { number: interval(minutes, halfWidth, 1) }) : say('hours', { number: interval(minutes / 60, halfWidth === null ? null : halfWidth / 60, 2) })
  // A unit never stands alone at the beginning of a line.
  return said.replaceAll(' ', '\u00a0')
}

/** Several names one after another, as they stand in a sentence. */
export const list = (names: readonly string[]) => names.join(current === 'zh' ? '、' : ', ')

/** Parts of one line that say different things; empty ones are left out. */
export const clauses = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null && part !== '').join(say('list-separator'))

export const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase(current) + text.slice(1)
