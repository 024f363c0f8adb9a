import { expect, test } from 'vitest'
import { against, differences, FOLDER, placeOf, scopeOf, startsFrom, touched, unlike } from '../src/lib/changes'
import { effects, turned } from '../src/map/effects'
import type { Comparison, ComparisonRow } from '../src/lib/answers'
import type { Change, Network, ScenarioRow } from '../src/lib/types'

const row = (name: string, from: string, to: string, changes: Change[], base: string | null = null): ScenarioRow => ({ name, title: name, base, from, to, parts: null, changes, file: '', digest: '' })
const change = (path: string, from: string | null, before: string, after: string): Change => ({ path, from, before, after })
const LANES = 'facility.port.stage.freight.lanes'

test('a scenario without another is held against what the folder says', () => {
  const own = row('own', '2026-01-01', '2026-01-31', [change(LANES, null, '10', '4')])
  expect(differences(own, null)).toEqual([{ path: LANES, from: null, before: '10', after: '4' }])
  expect(differences(row('same', '2026-01-01', '2026-01-31', []), null)).toEqual([])
})

test('what both say alike is no difference, and what only the other says is one', () => {
  const both = change(LANES, null, '10', '4')
  const other = row('other', '2026-01-01', '2026-01-31', [both, change('link.bridge.speed', null, '"40 km/h"', '"60 km/h"')])
  expect(differences(row('own', '2026-01-01', '2026-01-31', [both]), other)).toEqual([{ path: 'link.bridge.speed', from: null, before: '"60 km/h"', after: '"40 km/h"' }])
})

test('a change on a day within the window is told from that day on; one before it with the day on which it came', () => {
  const changes = [change(LANES, null, '10', '4'), change(LANES, '2024-01-10', '4', '6'), change(LANES, '2024-02-10', '6', '8'), change(LANES, '2025-01-01', '8', '9')]
  const own = row('own', '2024-02-01', '2024-02-29', changes)
  expect(differences(own, null)).toEqual([
    { path: LANES, from: '2024-01-10', before: '10', after: '6' },
    { path: LANES, from: '2024-02-10', before: '10', after: '8' },
  ])
})

test('every day is held against the nearest day of the other scenario', () => {
  const changes = [change(LANES, null, '10', '4'), change(LANES, '2025-09-01', '4', '5')]
  // May knows nothing of what came in September, though both have the same base.
  const may = row('may', '2025-05-01', '2025-05-31', changes)
  const january = row('january', '2026-01-01', '2026-01-31', changes)
  expect(differences(january, may)).toEqual([{ path: LANES, from: '2025-09-01', before: '4', after: '5' }])
  expect(differences(may, january)).toEqual([{ path: LANES, from: null, before: '5', after: '4' }])
})

test('an address names another scenario, or the folder; nothing else is held against anything', () => {
  const base = row('base', '2026-01-01', '2026-01-31', [])
  const own = row('own', '2026-01-01', '2026-01-31', [change(LANES, null, '10', '4')], 'base')
  const all = [base, own]
  expect(against('base', own, all)).toEqual({ row: base })
  expect(against(FOLDER, own, all)).toEqual({ row: null })
  expect([undefined, 'own', 'gone'].map((word) => against(word, own, all))).toEqual([null, null, null])
  expect([startsFrom(own), startsFrom({ ...own, base: null }), startsFrom(base)]).toEqual(['base', FOLDER, null])
})

test('inputs belong to places, or to the whole corridor', () => {
  expect([placeOf(LANES), placeOf('link.bridge.speed'), placeOf('calendar.day.open')]).toEqual([{ kind: 'facility', name: 'port' }, { kind: 'link', name: 'bridge' }, null])
  expect([scopeOf(LANES), scopeOf('service.ferry.fleet'), scopeOf('facility.port.node'), scopeOf('money.fuel-price')]).toEqual(['port.freight', 'ferry', null, null])
})

test('places of the one scenario that the other does not have are told as added or gone', () => {
  const named = (...names: string[]) => names.map((name) => ({ name, title: name.toUpperCase() }))
  const network = (links: string[], services: string[]) => ({ facilities: named('port'), links: named(...links), services: named(...services) }) as unknown as Network
  const found = [{ path: LANES, from: null, before: '10', after: '4' }, { path: 'flow.cars.volume', from: null, before: '1/day', after: '2/day' }]
  const { places, everywhere } = touched(found, network(['bridge', 'rope'], []), network(['bridge'], ['ferry']))
  expect(places.map(({ kind, name, title, state, differences }) => [kind, name, title, state, differences.length])).toEqual([
    ['facility', 'port', 'PORT', 'changed', 1],
    ['link', 'rope', 'ROPE', 'added', 0],
    ['service', 'ferry', 'FERRY', 'gone', 0],
  ])
  expect(everywhere.map(({ path }) => path)).toEqual(['flow.cars.volume'])
})

test('a comparison tells a place of all its traffic, of each direction where it is told apart, and can be read from its other side', () => {
  const measured = (name: string, scope: string, direction: string, difference: number | null): ComparisonRow => ({ name, scope, direction, class: '', unit: 'min', a: 1, b: 3, difference, half_width: 0.5, level: 0.95, variance_reduction: null, verdict: 'changed' })
  const rows = [
    measured('stage_wait_all_min', 'bridge', 'out', 2), measured('stage_wait_all_min', 'bridge', 'in', 1), measured('stage_wait_all_min', 'port.freight', 'out', 5),
    measured('stage_wait_all_min', 'port.freight', '', 4), measured('stage_visits_per_day', 'port.freight', '', -3), measured('queue_vehicles', 'bridge', '', 9), measured('stage_visits_per_day', 'bridge', '', null),
  ]
  const comparison = { a: { scenario: 'a' }, b: { scenario: 'b' }, rows } as unknown as Comparison
  const told = (of: Comparison) => effects(of, ['port.freight', 'bridge']).map(({ name, scope, direction, difference }) => [name, scope, direction, difference])
  expect(told(comparison)).toEqual([
    ['stage_visits_per_day', 'port.freight', '', -3], ['stage_wait_all_min', 'port.freight', '', 4], ['stage_wait_all_min', 'bridge', 'out', 2], ['stage_wait_all_min', 'bridge', 'in', 1],
  ])
  const back = turned(comparison)
  expect([back.a.scenario, back.rows[0]?.a, back.rows[0]?.difference, back.rows[0]?.half_width]).toEqual(['b', 3, -2, 0.5])
})

test('scenarios beside each other show the inputs in which they differ, and no others', () => {
  const both = change(LANES, null, '10', '4')
  const own = row('own', '2026-01-01', '2026-01-31', [both, change('calendar.day.open', null, '"Mo-Fr 08:00-20:00"', '"24/7"')])
  const other = row('other', '2026-01-01', '2026-01-31', [both])
  expect(unlike([own, other])).toEqual([{ path: 'calendar.day.open', held: [[{ from: null, value: '"24/7"' }], [{ from: null, value: '"Mo-Fr 08:00-20:00"' }]] }])
  expect(unlike([own, { ...own, name: 'copy' }])).toEqual([])
})

test('beside each other, a dated change counts from its day on: before the days of a scenario, within them, or not at all', () => {
  const changes = [change(LANES, null, '10', '4'), change(LANES, '2024-03-06', '4', '6')]
  const [before, within, after] = [row('before', '2024-01-01', '2024-01-31', changes), row('within', '2024-03-01', '2024-03-31', changes), row('after', '2025-05-01', '2025-05-31', changes)]
  expect(unlike([before, within, after])).toEqual([
    { path: LANES, held: [[{ from: null, value: '4' }], [{ from: null, value: '4' }, { from: '2024-03-06', value: '6' }], [{ from: null, value: '6' }]] },
  ])
})
