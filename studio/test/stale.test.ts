import { expect, test } from 'vitest'
import { isStale } from '../src/lib/stale'
import type { ScenarioRow, Study, StudyKind } from '../src/lib/types'

const row = (name: string, digest: string): ScenarioRow => ({ name, title: name, base: null, from: '2026-01-01', to: '2026-01-31', parts: null, changes: [], file: '', digest })
const study = (kind: StudyKind, names: string[], digests: string[]): Study => ({
  id: 'one', kind, state: 'finished', created: '', title: '', done: 1, total: 1, seconds_left: null, seconds: 1, problem: null, command: '', hash: 'before', digests,
  request: { kind, scenarios: names.map((name) => ({ name, changes: [] })), from: null, to: null, replications: null, seed: null, standard: null, lang: null },
})
const now = (...scenarios: ScenarioRow[]) => ({ hash: 'now', scenarios })

test('a study lasts as long as its scenarios say the same, whatever else the folder says', () => {
  expect(isStale(study('run', ['a'], ['1']), now(row('a', '1'), row('new', '2')))).toBe(false)
  expect(isStale(study('run', ['a'], ['1']), now(row('a', '3')))).toBe(true)
  expect(isStale(study('compare', ['a', 'b'], ['1', '2']), now(row('a', '1'), row('b', '3')))).toBe(true)
  expect(isStale(study('run', ['gone'], ['1']), now(row('a', '1')))).toBe(true)
})

test('what hangs on more than scenarios lasts as long as the folder does', () => {
  expect(isStale(study('sensitivity', ['a'], ['1']), now(row('a', '1')))).toBe(true)
  expect(isStale(study('programme', [], []), now(row('a', '1')))).toBe(true)
  expect(isStale(study('run', ['a'], []), now(row('a', '1')))).toBe(true)
  expect(isStale(study('sensitivity', ['a'], ['1']), { ...now(row('a', '3')), hash: 'before' })).toBe(false)
})
