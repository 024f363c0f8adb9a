// Changes are checked by the server before anything is run or written: it alone knows the language.

import { api, Refusal } from '../lib/api'
import { draft, values } from '../lib/draft.svelte'
import { studio } from '../lib/state.svelte'
import type { Problem, Written } from '../lib/types'

const PAUSE_MS = 350

export class Preview {
  written = $state.raw<Written | null>(null)
  problem = $state.raw<Problem | null>(null)
  busy = $state(false)

  constructor(scenario: () => string | null) {
    $effect(() => {
      const [name, hash] = [scenario(), studio.corridor?.hash]
      const changes = name === null ? [] : values(draft.of(name))
      if (name === null || hash === undefined || changes.length === 0) {
        this.written = null
        this.problem = null
        this.busy = false
        return
      }
      let current = true
      this.busy = true
      const timer = setTimeout(async () => {
        try {
          const written = await api.setValues(name, hash, changes, true)
          if (current) [this.written, this.problem] = [written, null]
        } catch (error) {
          if (current) [this.written, this.problem] = [null, error instanceof Refusal ? error.problem : { title: String(error), hint: '', diagnostics: [] }]
        }
        if (current) this.busy = false
      }, PAUSE_MS)
      return () => {
        current = false
        clearTimeout(timer)
      }
    })
  }

  /** What is wrong with one of the changes. A single change is to blame for whatever is said. */
  wrong(path: string, changed: readonly { path: string; value: string }[]): string | null {
    if (this.problem === null || !changed.some((change) => change.path === path)) return null
    const quoted = changed.find((change) => change.path === path && this.problem?.title.includes(`\`${change.value}\``))
    const said = this.problem.diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)
    if (quoted !== undefined) return `${this.problem.title}; ${this.problem.hint}`
    if (changed.length === 1) return said[0] ?? this.problem.title
    return null
  }
}
