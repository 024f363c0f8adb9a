// What a new scenario is called: a title for people, and a name for the folder made of it.

import type { ScenarioRow } from '../lib/types'

/** The server takes no longer ones; a name that is made up is shorter, for people have to read it. */
const LONGEST = 60
const LONGEST_MADE = 52
const CYRILLIC = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'
const LATIN = 'a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya'.split(' ').map((letters) => letters.replace('-', ''))

type Named = Pick<ScenarioRow, 'name' | 'title'>

/** A title that no scenario has yet. */
export function freeTitle(title: string, taken: readonly Named[]): string {
  const has = (wanted: string) => taken.some((row) => row.title === wanted)
  let found = title
  for (let count = 2; has(found); count++) found = `${title} (${count})`
  return found
}

/** A name that says what the title says; where the title is in a script that has no letters for it, the name of the base with a number. */
export function nameFrom(title: string, base: string, taken: readonly Named[]): string {
  const letters = [...title.toLowerCase().normalize('NFC')].map((letter) => LATIN[CYRILLIC.indexOf(letter)] ?? letter).join('')
  const plain = letters.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  let made = ''
  for (const word of words) if (`${made}-${word}`.length <= LONGEST_MADE) made = made === '' ? word : `${made}-${word}`
  const stem = made === '' || /[^a-z0-9-]/.test(made) ? base : made
  const has = (wanted: string) => taken.some(({ name }) => name === wanted)
  let found = stem
  for (let count = 2; has(found); count++) found = `${stem}-${count}`
  return found
}

/** Messages that say what is wrong with a title and a name, or nothing. */
export const titleRefused = (title: string, taken: readonly Named[]) =>
  title.trim() === '' ? 'scenario-title-none' : taken.some((row) => row.title === title.trim()) ? 'scenario-title-taken' : null
export const nameRefused = (name: string, taken: readonly Named[]) =>
  !/^[a-z0-9][a-z0-9-]*$/.test(name) || name.length > LONGEST ? 'scenario-name-wrong' : taken.some((row) => row.name === name) ? 'scenario-name-taken' : null
