// Answers of finished studies: each is read once and kept, for they never change.

import type { Answer } from './answers'
import { api } from './api'

const kept = new Map<string, Promise<Answer>>()
const MOST_KEPT = 12

/** The kind of the study says what its answer is, and so does who asks. */
export function answerOf<T = Answer>(id: string): Promise<Extract<Answer, T>> {
  let found = kept.get(id)
  if (found === undefined) {
    found = api.answer(id)
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
