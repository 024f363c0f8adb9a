// Changes that are tried and not yet written, for each scenario. They survive a reload of the page.

import type { Value } from './types'

const KEY = 'portway-draft'
type Kept = Record<string, Record<string, { value: string; before: string }>>

function kept(): Kept {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Kept
  } catch {
    return {}
  }
}

export interface DraftChange extends Value {
  before: string
}

class Draft {
  #all = $state.raw<Kept>(kept())

  of(scenario: string): DraftChange[] {
    return Object.entries(this.#all[scenario] ?? {}).map(([path, change]) => ({ path, ...change }))
  }
  value(scenario: string, path: string): string | undefined {
    return this.#all[scenario]?.[path]?.value
  }
  /** A value that is as before is no change. */
  set(scenario: string, path: string, value: string, before: string) {
    const { [path]: _, ...others } = this.#all[scenario] ?? {}
    this.#keep({ ...this.#all, [scenario]: value === before ? others : { ...others, [path]: { value, before } } })
  }
  drop(scenario: string, path: string) {
    const { [path]: _, ...others } = this.#all[scenario] ?? {}
    this.#keep({ ...this.#all, [scenario]: others })
  }
  clear(scenario: string) {
    this.#keep({ ...this.#all, [scenario]: {} })
  }
  #keep(all: Kept) {
    this.#all = all
    sessionStorage.setItem(KEY, JSON.stringify(all))
  }
}

export const draft = new Draft()
export const values = (changes: readonly DraftChange[]): Value[] => changes.map(({ path, value }) => ({ path, value }))
