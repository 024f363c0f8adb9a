// Scenarios as a person looks for them: those that rest on each other together, and what each adds itself.

import { differences } from './changes'
import type { ScenarioRow } from './types'

export interface Family {
  /** The one that the others rest on, null for those that stand alone. */
  root: ScenarioRow | null
  members: ScenarioRow[]
}

export function families(rows: readonly ScenarioRow[]): Family[] {
  const byName = new Map(rows.map((row) => [row.name, row]))
  const rootOf = (row: ScenarioRow) => {
    let at = row
    // A folder with mistakes may have bases in a circle.
    for (let step = 0; step < rows.length; step++) at = byName.get(at.base ?? '') ?? at
    return at
  }
  const roots = new Map<ScenarioRow, ScenarioRow[]>()
  for (const row of rows) roots.set(rootOf(row), [...(roots.get(rootOf(row)) ?? []), row])
  const found: Family[] = [...roots].filter(([, members]) => members.length > 1).map(([root, members]) => ({ root, members }))
  const alone = [...roots].flatMap(([, members]) => (members.length === 1 ? members : []))
  return alone.length > 0 ? [...found, { root: null, members: alone }] : found
}

/** How many inputs a scenario says itself, and how many it has from what it rests on. */
export function changed(row: ScenarioRow, rows: readonly ScenarioRow[]): { own: number; inherited: number } {
  const base = rows.find(({ name }) => name === row.base) ?? null
  const paths = (of: readonly { path: string }[]) => new Set(of.map(({ path }) => path))
  const own = paths(differences(row, base))
  return { own: own.size, inherited: [...paths(row.changes)].filter((path) => !own.has(path)).length }
}
