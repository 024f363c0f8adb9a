// Answers of finished studies: each is read once and kept, for they never change.

import type { Answer } from './answers'
import { api, Unreachable } from './api'

/** What every answer of these pages has one of; a file that was damaged has none. */
const SHAPES = [
  ['results.measures', 'results.diagnostics', 'series.stations', 'series.daily', 'days', 'journey.ways'],
  ['rows', 'diagnostics'],
  ['rests_on', 'capacities', 'frontiers'],
  ['rests_on', 'answers', 'inputs'],
  ['projects'],
]

/** Reads what is no answer of a study as a mistake here, and not wherever it is looked at. */
export function sound(answer: unknown): Answer {
  const at = (path: string) => path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], answer)
  if (!SHAPES.some((paths) => paths.every((path) => at(path) !== undefined && at(path) !== null))) throw new Error('not the answer of a study')
  return answer as Answer
}

/** What a study left, null where it cannot be read. Only a server that is not reached is no fault of the study. */
export function readable<T>(work: Promise<T>): Promise<T | null> {
  return work.catch((error: unknown) => {
    if (error instanceof Unreachable) throw error
    return null
  })
}

const kept = new Map<string, Promise<Answer>>()
const MOST_KEPT = 12

/** The kind of the study says what its answer is, and so does who asks. */
export function answerOf<T = Answer>(id: string): Promise<Extract<Answer, T>> {
  let found = kept.get(id)
  if (found === undefined) {
    found = api.answer(id).then(sound)
    found.catch(() => kept.delete(id))
    kept.set(id, found)
    const [oldest] = kept.keys()
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  }
  return found as Promise<Extract<Answer, T>>
}

/** What a promise brought, for a component: the last value stays while a new one is on its way. */
export class Loaded<T> {
  value = $state.raw<T | null>(null)
  error = $state.raw<unknown>(null)

  constructor(load: () => Promise<T> | null) {
    $effect(() => {
      const work = load()
      this.error = null
      if (work === null) {
        this.value = null
        return
      }
      let current = true
      work.then(
        (value) => {
          if (!current) return
          this.value = value
          this.error = null
        },
        (error: unknown) => {
          if (!current) return
          this.value = null
          this.error = error
        },
      )
      return () => (current = false)
    })
  }
}
