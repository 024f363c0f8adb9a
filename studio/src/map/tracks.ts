// The tracks of an animation: who was where, and when. Read in place from the bytes that the server sends.

export interface Place {
  scope: string
  kind: 'stage' | 'link' | 'service'
  element: string
  reversed: boolean
}

interface Header {
  from_ms: number
  to_ms: number
  vehicles: number
  moves: number
  places: Place[]
  flows: { name: string; class: string; direction: string }[]
  columns: string[]
}

export interface Tracks extends Omit<Header, 'columns'> {
  flow: Int32Array
  /** Where the moves of a vehicle begin; those of the last end at one more. */
  first: Int32Array
  place: Int32Array
  arrived: Int32Array
  started: Int32Array
  ended: Int32Array
  left: Int32Array
}

export function decode(buffer: ArrayBuffer): Tracks {
  const length = new DataView(buffer).getUint32(0, true)
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length))) as Header
  let at = Math.ceil((4 + length) / 4) * 4
  const columns = new Map<string, Int32Array>()
  for (const name of header.columns) {
    const size = name === 'vehicle_flow' ? header.vehicles : name === 'vehicle_first_move' ? header.vehicles + 1 : header.moves
    columns.set(name, new Int32Array(buffer, at, size))
    at += 4 * size
  }
  const column = (name: string) => {
    const found = columns.get(name)
    if (found === undefined) throw new Error(`the tracks have no column ${name}`)
    return found
  }
  const { from_ms, to_ms, vehicles, moves, places, flows } = header
  const first = column('vehicle_first_move')
  // Checked once here, so that no frame has to.
  const whole =
    Number.isFinite(from_ms) && from_ms < to_ms && column('move_place').every((place) => place >= 0 && place < places.length) &&
    column('vehicle_flow').every((flow) => flow >= 0 && flow < flows.length) && first[0] === 0 && first[vehicles] === moves &&
    first.every((move, vehicle) => vehicle === 0 || move >= (first[vehicle - 1] as number))
  if (!whole) throw new Error('the tracks are damaged')
  return {
    ...header,
    flow: column('vehicle_flow'),
    first,
    place: column('move_place'),
    arrived: column('move_arrived_s'),
    started: column('move_started_s'),
    ended: column('move_ended_s'),
    left: column('move_left_s'),
  }
}
