import { expect, test } from 'vitest'
import { changed, families } from '../src/lib/families'
import type { ScenarioRow } from '../src/lib/types'

const row = (name: string, base: string | null, after: Record<string, string> = {}): ScenarioRow => ({
  digest: '',
  name, title: name, base, from: '2026-01-01', to: '2026-01-31', parts: null, file: '',
  changes: Object.entries(after).map(([path, value]) => ({ path, from: null, before: '1', after: value })),
})

test('scenarios stand with what they rest on, however far, and the others alone', () => {
  const rows = [row('a', null), row('alone', null), row('b', 'a'), row('c', 'b'), row('lost', 'nowhere')]
  expect(families(rows).map(({ root, members }) => [root?.name, members.map(({ name }) => name)])).toEqual([['a', ['a', 'b', 'c']], [undefined, ['alone', 'lost']]])
  expect(families([row('x', 'y'), row('y', 'x')]).flatMap(({ members }) => members)).toHaveLength(2)
})

test('what a scenario says itself is told from what it inherits', () => {
  const base = row('base', null, { lanes: '4', speed: '60' })
  const own = row('own', 'base', { lanes: '4', speed: '80', fee: '2' })
  expect(changed(own, [base, own])).toEqual({ own: 2, inherited: 1 })
  expect(changed(base, [base, own])).toEqual({ own: 2, inherited: 0 })
})
