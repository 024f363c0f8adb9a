// What the server would write, asked again whenever what is to be written changes.

import { Refusal, Unreachable } from '../lib/api'
import { say } from '../lib/language.svelte'
import type { Problem, Written } from '../lib/types'

const PAUSE_MS = 350
const TIMED_OUT = 408

/** What went wrong, in words for people. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refusal && error.status !== TIMED_OUT) return error.problem
  const title = error instanceof Refusal ? say('checked-late') : error instanceof Unreachable ? say('checked-unreached') : String(error)
  return { title, hint: '', diagnostics: [] }
}

export class Checked {
  written = $state.raw<Written | null>(null)
  problem = $state.raw<Problem | null>(null)
  /** Whether the same may well be accepted when it is asked once more. */
  passing = $state(false)
  busy = $state(false)
  #asked = $state(0)

  /** `ask` says what to ask the server, or nothing. */
  constructor(ask: () => (() => Promise<Written>) | null) {
    $effect(() => {
      void this.#asked
      const work = ask()
      this.written = null
      this.busy = work !== null
      if (work === null) {
        this.problem = null
        return
      }
      let current = true
      const timer = setTimeout(async () => {
        try {
          const written = await work()
          if (current) [this.written, this.problem] = [written, null]
        } catch (error) {
          if (current) [this.problem, this.passing] = [problemOf(error), !(error instanceof Refusal) || error.status === TIMED_OUT || error.status >= 500]
        }
        if (current) this.busy = false
      }, PAUSE_MS)
      return () => {
        current = false
        clearTimeout(timer)
      }
    })
  }

  again() {
    this.problem = null
    this.#asked += 1
  }
}
