import { expect, test } from 'vitest'
import type { Comparison, ComparisonRow, Note } from '../src/lib/answers'
import { queues, sideOf } from '../src/results/sides'

const row = (scope: string, a: number | null, b: number | null): ComparisonRow =>
  ({ name: scope === 'corridor' ? 'door_to_door_h' : 'stage_wait_all_min', scope, direction: '', class: '', a, b, difference: null, verdict: 'cannot_tell' }) as unknown as ComparisonRow
const grows = (scope: string, scenario?: string): Note =>
  ({ code: 'queue-grows', severity: 'finding', scope, message: '', values: scenario === undefined ? {} : { 'of-scenario': { text: scenario } } }) as Note
const compared = (a: string, b: string, rows: ComparisonRow[], diagnostics: Note[]): Comparison => ({ a: { scenario: a }, b: { scenario: b }, rows, diagnostics }) as unknown as Comparison

test('a finding that names its scenario is of that side', () => {
  const comparison = compared('one', 'two', [], [])
  expect([grows('port.freight', 'one'), grows('port.freight', 'two'), grows('port.freight')].map((note) => sideOf(note, comparison))).toEqual(['a', 'b', null])
})

test('of one scenario tried against itself, the side whose waits have no mean is meant', () => {
  const of = (...rows: ComparisonRow[]) => sideOf(grows('port.freight'), compared('one', 'one', rows, []))
  expect(of(row('port.freight', null, 12))).toBe('a')
  expect(of(row('port.freight', 12, null))).toBe('b')
  expect(of(row('corridor', null, null))).toBe('both')
  expect(of(row('port.buses', null, 12))).toBe(null)
})

test('a queue that grows on one side only is gone or has come', () => {
  const both = [grows('port.freight', 'one'), grows('port.freight', 'two')]
  expect(queues(compared('one', 'two', [], [...both, grows('port.buses', 'one'), grows('gate.all', 'two')]))).toEqual({ gone: ['port.buses'], come: ['gate.all'] })
  expect(queues(compared('one', 'one', [row('port.freight', null, 12)], [grows('port.freight')]))).toEqual({ gone: ['port.freight'], come: [] })
})
