import { expect, test } from 'vitest'
import { unpack } from '../src/map/basemap'
import { arrange, beside, roomy } from '../src/map/labels'
import { camera, distanceKm, latitude, longitude, mercatorX, mercatorY, metresPerPixel, round, screenX, screenY } from '../src/map/projection'
import { nice, Readings } from '../src/map/readings'
import { dayIn, inSeason, open } from '../src/map/season'
import { arc, reversed, type Shapes } from '../src/map/shapes'
import { extent } from '../src/map/views'
import type { RunAnswer } from '../src/lib/answers'
import type { Network, Season } from '../src/lib/types'

test('the projection goes there and back, and the middle of the camera is the middle of the screen', () => {
  expect(longitude(mercatorX(127.5))).toBeCloseTo(127.5, 9)
  expect(latitude(mercatorY(50.25))).toBeCloseTo(50.25, 9)
  expect([mercatorX(-180), mercatorX(180), mercatorY(0)]).toEqual([0, 1, 0.5])
  const seen = camera({ lng: 127.5, lat: 50.25 }, 10, 800, 600)
  expect([screenX(seen, mercatorX(127.5)), screenY(seen, mercatorY(50.25))]).toEqual([400, 300])
  // A degree of longitude at zoom 10: 512 · 2¹⁰ / 360 pixels.
  expect(screenX(seen, mercatorX(128.5)) - 400).toBeCloseTo((512 * 1024) / 360, 6)
  expect(screenY(seen, mercatorY(50.3))).toBeLessThan(300)
})

test('a degree of latitude has 111 km', () => {
  expect(distanceKm([127, 50], [127, 51])).toBeCloseTo(111.2, 1)
})

test('a scale bar has a round length that is not longer than its room', () => {
  expect([999, 1000, 4999, 7].map(round)).toEqual([500, 1000, 2000, 5])
  expect(round(0.35)).toBeCloseTo(0.2, 9)
  // A pixel at zoom 0 on the equator, and half of it at 60°.
  const pixel = metresPerPixel(camera({ lng: 0, lat: 0 }, 0, 800, 600))
  expect(pixel).toBeCloseTo((2 * Math.PI * 6_371_000) / 512, 3)
  expect(metresPerPixel(camera({ lng: 0, lat: 60 }, 0, 800, 600))).toBeCloseTo(pixel / 2, 3)
})

test('an arc has its ends, swings to one side, and can be walked from its other end', () => {
  const [a, b] = [{ longitude: 0, latitude: 0, x: 0, y: 0 }, { longitude: 0, latitude: 0, x: 1, y: 0 }]
  expect([...arc(a, b, 0)]).toEqual([0, 0, 1, 0])
  const line = arc(a, b, 0.1)
  expect([line[0], line[1], line.at(-2), line.at(-1)]).toEqual([0, 0, 1, 0])
  expect(line[25]).toBeCloseTo(0.1, 9)
  expect([...reversed(line)].slice(0, 2)).toEqual([1, 0])
})

test('packed lines are unpacked', () => {
  expect(unpack([1000, 500, 10, -5, 1, 1], 1000)).toEqual([[1, 0.5], [1.01, 0.495], [1.011, 0.496]])
})

test('markers on each other become a group, and names do not cover each other', () => {
  const screen = { width: 800, height: 600 }
  const mark = (id: string, x: number, y: number, weight: number) => ({ id, x, y, weight, width: 120 })
  const groups = arrange([mark('small', 300, 300, 1), mark('port', 305, 304, 9), mark('hall', 360, 300, 3), mark('edge', 795, 40, 2)], screen)
  expect(groups.map(({ ids, side }) => [ids.join('+'), side])).toEqual([['port+small', 'left'], ['hall', 'right'], ['edge', 'left']])
  const boxes = groups.flatMap(({ x, y, side }) => (side === null ? [] : [beside(x, y, 120, side)]))
  for (const [i, a] of boxes.entries()) for (const b of boxes.slice(i + 1)) expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false)
})

test('words on ways give room to places and to each other, or become a sign, or are left out', () => {
  const groups = arrange([{ id: 'port', x: 100, y: 100, weight: 1, width: 60 }], { width: 800, height: 600 })
  const tag = (id: string, x: number, y: number) => ({ id, x, y, width: 80 })
  const found = roomy([tag('free', 400, 300), tag('beside', 452, 300), tag('on', 402, 302), tag('under', 100, 100)], groups)
  expect(found.map(({ id, written }) => [id, written])).toEqual([['free', true], ['beside', false]])
})

test('a place, a link and the whole way of a service have an extent, and what lies nowhere has none', () => {
  const node = (longitude: number, latitude: number) => ({ longitude, latitude, x: mercatorX(longitude), y: mercatorY(latitude) })
  const line = Float64Array.of(mercatorX(127), mercatorY(50), mercatorX(128), mercatorY(51))
  const shapes = { nodes: new Map([['quay', node(127.5, 50.2)]]), links: new Map([['road', { line }]]), services: new Map([['ferry', line]]), against: new Map() } as unknown as Shapes
  const network = { facilities: [{ name: 'port', node: 'quay' }, { name: 'depot', node: 'nowhere' }] } as unknown as Network
  const round = (names: string[]) => extent(names, network, shapes)?.map((value) => Math.round(100 * value) / 100) ?? null
  expect(round(['port'])).toEqual([127.48, 50.18, 127.52, 50.22])
  expect(round(['ferry'])).toEqual([126.98, 49.98, 128.02, 51.02])
  expect(round(['road', 'port'])).toEqual(round(['road']))
  expect([round(['depot']), round(['unknown']), round([])]).toEqual([null, null, null])
})

test('a season may go over the new year, and a known date comes before the usual one', () => {
  const yearly = (month: number, day: number, ...known: string[]) => ({ name: '', title: '', month, day, known })
  const summer: Season = { name: 's', title: '', from: yearly(5, 6), to: yearly(10, 26, '2025-11-02') }
  const winter: Season = { name: 'w', title: '', from: yearly(12, 26), to: yearly(4, 6) }
  expect(['2026-05-05', '2026-05-06', '2026-10-26', '2025-11-01'].map((date) => inSeason(summer, date))).toEqual([false, true, false, true])
  expect(['2026-01-10', '2026-06-10', '2026-12-30'].map((date) => inSeason(winter, date))).toEqual([true, false, true])
  expect(open([], [], '2026-01-01')).toBe(true)
  expect(open(['s', 'w'], [summer, winter], '2026-01-01')).toBe(true)
})

test('a known date belongs to the year whose usual day is nearest, in whichever year of the calendar it lies', () => {
  const yearly = (month: number, day: number, ...known: string[]) => ({ name: '', title: '', month, day, known })
  const ice: Season = { name: 'i', title: '', from: yearly(1, 3, '2025-12-28', '2027-01-10'), to: yearly(4, 6) }
  expect([dayIn(ice.from, 2025), dayIn(ice.from, 2026), dayIn(ice.from, 2027)]).toEqual(['2025-01-03', '2025-12-28', '2027-01-10'])
  expect(['2025-12-27', '2025-12-28', '2026-04-05', '2026-12-30', '2027-01-09', '2027-01-10'].map((date) => inSeason(ice, date))).toEqual([
    false, true, true, false, false, true,
  ])
  // A year in which the end comes before the beginning has no such season.
  const none: Season = { name: 'n', title: '', from: yearly(5, 6, '2026-06-20'), to: yearly(6, 1) }
  expect(['2025-05-20', '2026-05-20', '2026-06-25'].map((date) => inSeason(none, date))).toEqual([true, false, false])
})

test('a run over other days than the scenario has now is read at its own hours', () => {
  const scenario = { name: 's', title: '', base: null, from: '2026-01-01', to: '2026-01-03', parts: null, changes: [], file: '', digest: '' }
  const stage = { name: 'hall', title: '', kind: 'control', step: null, lanes: 1, room: null, hours: null, seasons: [], values: [] }
  const network = { scenario, facilities: [{ name: 'port', stages: [stage], processes: [] }] } as unknown as Network
  const queue_vehicles = Array.from({ length: 24 }, (_, hour) => hour)
  const stations = [{ scope: 'hall', direction: 'out', title: '', queue_vehicles, occupied_lanes: [], open_lanes: [] }]
  const readings = (day: string) => new Readings({ results: { measures: [] }, series: { stations }, days: [day] } as unknown as RunAnswer, network)
  expect([5, 5.5, 30].map((hour) => readings('2026-01-01').queue(['hall'], 'out', hour))).toEqual([5, 5.5, 0])
  expect([5, 29, 29.5].map((hour) => readings('2026-01-02').queue(['hall'], 'out', hour))).toEqual([0, 5, 5.5])
})

test('scales end at round numbers', () => {
  expect([0, 1, 3, 12, 51, 230].map(nice)).toEqual([1, 1, 5, 20, 100, 500])
})
