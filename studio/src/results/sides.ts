// Whose findings those of a comparison are, and what becomes of queues that grow.

import type { Comparison, Note } from '../lib/answers'

export type Side = 'a' | 'b' | 'both'

/** Codes of queues that grow for as long as a run lasts. */
const GROWS = ['queue-grows', 'no-value']

/** The side that a finding is about; none where it is about both as a pair, or cannot be told. */
export function sideOf(note: Note, comparison: Comparison): Side | null {
  const { a, b, rows } = comparison
  const of = note.values?.['of-scenario']
  const named = of !== undefined && 'text' in of ? of.text : null
  if (named !== null && a.scenario !== b.scenario) return named === a.scenario ? 'a' : named === b.scenario ? 'b' : null
  if (!GROWS.includes(note.code)) return null
  // Where the same scenario stands on both sides it names neither, but the side whose queue grows has no mean there.
  const one = rows.find((row) => row.scope === note.scope && (row.a === null) !== (row.b === null))
  if (one !== undefined) return one.a === null ? 'a' : 'b'
  const whole = rows.find(({ name, scope, direction, class: of }) => name === 'door_to_door_h' && scope === 'corridor' && direction === '' && of === '')
  return whole !== undefined && whole.a === null && whole.b === null ? 'both' : null
}

/** Places whose queue grows in one of the two only. */
export function queues(comparison: Comparison): { gone: string[]; come: string[] } {
  const growing = comparison.diagnostics.filter(({ code }) => GROWS.includes(code)).map((note) => ({ scope: note.scope, side: sideOf(note, comparison) }))
  const at = (side: Side) => growing.filter((one) => one.side === side || one.side === 'both').map(({ scope }) => scope)
  const [inA, inB] = [at('a'), at('b')]
  return { gone: [...new Set(inA.filter((scope) => !inB.includes(scope)))], come: [...new Set(inB.filter((scope) => !inA.includes(scope)))] }
}
