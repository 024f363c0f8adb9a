// What a comparison of two scenarios says of a place.

import type { Comparison, ComparisonRow } from '../lib/answers'

/** What is told of a place, in this order. */
const TOLD = ['stage_visits_per_day', 'service_passengers_per_day', 'stage_wait_all_min']

/** A comparison read from its other side. */
export function turned(comparison: Comparison): Comparison {
  const minus = (value: number | null) => (value === null ? null : -value)
  return { ...comparison, a: comparison.b, b: comparison.a, rows: comparison.rows.map((row) => ({ ...row, a: row.b, b: row.a, difference: minus(row.difference) })) }
}

/** What a comparison says of a place: of all traffic together, or of each direction where it is told apart. */
export function effects(comparison: Comparison, scopes: readonly string[]): ComparisonRow[] {
  const found = comparison.rows.filter(({ name, scope, class: of, difference }) => TOLD.includes(name) && scopes.includes(scope) && of === '' && difference !== null)
  const whole = (row: ComparisonRow) => found.some(({ name, scope, direction }) => name === row.name && scope === row.scope && direction === '')
  const told = found.filter((row) => row.direction === '' || !whole(row))
  return told.sort((a, b) => scopes.indexOf(a.scope) - scopes.indexOf(b.scope) || TOLD.indexOf(a.name) - TOLD.indexOf(b.name))
}
