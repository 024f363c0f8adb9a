import { expect, test } from 'vitest'
import { Fleet } from '../src/map/fleet'
import { camera } from '../src/map/projection'
import { arc, type Point, type Shapes } from '../src/map/shapes'
import { decode } from '../src/map/tracks'

/** Two vehicles: one drives over a link and waits at a gate behind it, the other is at the gate from the beginning. */
function bytes(): ArrayBuffer {
  const columns = {
    vehicle_flow: [0, 1],
    vehicle_first_move: [0, 2, 3],
    move_place: [0, 1, 1],
    move_arrived_s: [-60, 100, 0],
    move_started_s: [0, 150, 0],
    move_ended_s: [100, 160, 120],
    move_left_s: [100, 160, 120],
  }
  const header = new TextEncoder().encode(
    JSON.stringify({
      from_ms: 1000, to_ms: 2000, vehicles: 2, moves: 3,
      places: [{ scope: 'way', kind: 'link', element: 'way', reversed: false }, { scope: 'port.gate', kind: 'stage', element: 'port.gate', reversed: false }],
      flows: [{ name: 'in', class: 'truck', direction: 'a' }, { name: 'out', class: 'truck', direction: 'b' }],
      columns: Object.keys(columns),
    }),
  )
  const begin = Math.ceil((4 + header.length) / 4) * 4
  const buffer = new ArrayBuffer(begin + 4 * Object.values(columns).flat().length)
  new DataView(buffer).setUint32(0, header.length, true)
  new Uint8Array(buffer).set(header, 4)
  new Int32Array(buffer, begin).set(Object.values(columns).flat())
  return buffer
}

test('tracks are read in place', () => {
  const tracks = decode(bytes())
  expect(tracks.places.map(({ kind }) => kind)).toEqual(['link', 'stage'])
  expect([...tracks.first]).toEqual([0, 2, 3])
  expect([...tracks.left]).toEqual([100, 160, 120])
})

function fleet(): Fleet {
  const point = (x: number, y: number): Point => ({ longitude: 0, latitude: 0, x, y })
  const shapes: Shapes = {
    nodes: new Map([['end', point(0.6, 0.5)]]),
    links: new Map([['way', { link: null as never, line: arc(point(0.5, 0.5), point(0.6, 0.5), 0) }]]),
    services: new Map(),
    against: new Map(),
  }
  return new Fleet(decode(bytes()), { shapes, nodeOf: () => 'end', directionOf: (name) => (name === 'a' ? 0 : 1), directions: 2 })
}

/** What is drawn at a time: colour and place of each vehicle. */
function drawn(fleet: Fleet, s: number): string[] {
  const view = camera({ lng: 0, lat: 0 }, 0, 1024, 1024)
  const found: string[] = []
  const context = { fillStyle: '', fillRect: (x: number, y: number) => found.push(`${context.fillStyle} ${Math.round(x + 2)},${Math.round(y + 2)}`) }
  fleet.seek(s)
  fleet.lay(view)
  fleet.paint(context as unknown as CanvasRenderingContext2D, view, ['a moves', 'a waits', 'a served', 'b moves', 'b waits', 'b served'])
  return found
}

test('a vehicle drives along its link on the right, queues at the gate, is served, and leaves', () => {
  const vehicles = fleet()
  expect(drawn(vehicles, 50)).toEqual(['a moves 538,516', 'b served 579,542'])
  expect(drawn(vehicles, 110)).toEqual(['a waits 547,542', 'b served 579,542'])
  expect(drawn(vehicles, 155)).toEqual(['a served 547,542'])
  expect(vehicles.active).toBe(1)
  expect(drawn(vehicles, 200)).toEqual([])
})

test('going back in time gives the same picture as coming there', () => {
  const vehicles = fleet()
  const first = drawn(vehicles, 50)
  drawn(vehicles, 155)
  expect(drawn(vehicles, 50)).toEqual(first)
})

test('damaged tracks are refused before anything is drawn', () => {
  const spoilt = (change: (words: Int32Array, columns: number) => void) => {
    const buffer = bytes()
    change(new Int32Array(buffer), Math.ceil((4 + new DataView(buffer).getUint32(0, true)) / 4))
    return () => decode(buffer)
  }
  expect(spoilt(() => {})).not.toThrow()
  expect(spoilt((words) => (words[0] = 1_000_000)), 'a header longer than the file').toThrow()
  expect(spoilt((words, columns) => (words[columns] = 7)), 'a flow that there is not').toThrow('damaged')
  expect(spoilt((words, columns) => (words[columns + 3] = 9)), 'moves that go back').toThrow('damaged')
  expect(spoilt((words, columns) => (words[columns + 5] = -1)), 'a place that there is not').toThrow('damaged')
  expect(() => decode(bytes().slice(0, -4)), 'a file cut short').toThrow()
  expect(() => decode(new ArrayBuffer(0))).toThrow()
})
