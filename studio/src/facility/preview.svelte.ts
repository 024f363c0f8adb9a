// Changes are checked by the server before anything is run or written: it alone knows the language.

import { api } from '../lib/api'
import { draft, values } from '../lib/draft.svelte'
import { studio } from '../lib/state.svelte'
import { Checked } from '../scenarios/checked.svelte'

export class Preview extends Checked {
  constructor(scenario: () => string | null) {
    super(() => {
      const [name, hash] = [scenario(), studio.corridor?.hash]
      const changes = name === null ? [] : values(draft.of(name))
      return name === null || hash === undefined || changes.length === 0 ? null : () => api.setValues(name, hash, changes, true)
    })
  }

  /** What is wrong with one of the changes. A single change is to blame for whatever is said. */
  wrong(path: string, changed: readonly { path: string; value: string }[]): string | null {
    if (this.problem === null || this.passing || !changed.some((change) => change.path === path)) return null
    const quoted = changed.find((change) => change.path === path && this.problem?.title.includes(`\`${change.value}\``))
    const said = this.problem.diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)
    if (quoted !== undefined) return `${this.problem.title}; ${this.problem.hint}`
    if (changed.length === 1) return said[0] ?? this.problem.title
    return null
  }
}
