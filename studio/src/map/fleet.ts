// Ten thousand vehicles at once on a canvas. Everything a frame needs is laid out beforehand; a frame makes no object.

import { screenX, screenY, type Camera } from './projection'
import { reversed, type Shapes } from './shapes'
import type { Place, Tracks } from './tracks'

/** Where a place lies, resolved once: a line in mercator, or a gate. */
interface Spot {
  kind: 'gate' | 'line' | 'nowhere'
  line: Float64Array
  length: number
  x: number
  y: number
  /** The counter of the queue that this place adds to; places of one node and direction share one. */
  queue: number
}

export interface Where {
  shapes: Shapes
  /** The node of a facility's stage, null where nobody stands in person. */
  nodeOf: (stage: string) => string | null
  /** Place of a direction in the folder's order. */
  directionOf: (name: string) => number
  directions: number
}

const MOVING = 0
const WAITING = 1
const SERVED = 2
const STATES = 3

/** Pixels: a vehicle, its distance from the middle of the way, and the row of a queue. */
const SIZE = 4
const ASIDE = 3.5
const ROW = 5
const IN_A_ROW = 12
const FROM_GATE = 16

export class Fleet {
  /** Vehicles in the corridor now, in the order in which they came. */
  readonly #active: Int32Array
  #count = 0
  /** Vehicles by the time of their first move, and how many of them have come. */
  readonly #order: Int32Array
  #next = 0
  #now = -Infinity
  /** The move that each vehicle is at. */
  readonly #move: Int32Array
  readonly #x: Float32Array
  readonly #y: Float32Array
  readonly #bucket: Int8Array
  readonly #spots: Spot[] = []
  readonly #queues: Int32Array
  readonly #directionOf: Int8Array
  readonly #buckets: number
  /** The part of its way that a move goes: a passenger of a coach gets off between for the halls. */
  readonly #from: Float32Array
  readonly #to: Float32Array
  readonly #directions: number

  constructor(readonly tracks: Tracks, where: Where) {
    const { vehicles, first, arrived, flow } = tracks
    this.#active = new Int32Array(vehicles)
    this.#move = new Int32Array(vehicles)
    this.#x = new Float32Array(vehicles)
    this.#y = new Float32Array(vehicles)
    this.#bucket = new Int8Array(vehicles)
    this.#order = Int32Array.from({ length: vehicles }, (_, vehicle) => vehicle)
      .filter((vehicle) => (first[vehicle] as number) < (first[vehicle + 1] as number))
      .sort((a, b) => (arrived[first[a] as number] as number) - (arrived[first[b] as number] as number))
    const directionOfFlow = tracks.flows.map(({ direction }) => Math.max(0, where.directionOf(direction)))
    this.#directionOf = Int8Array.from(flow, (index) => directionOfFlow[index] ?? 0)
    this.#buckets = STATES * Math.max(1, where.directions)
    const queues = new Map<string, number>()
    for (const place of tracks.places) this.#spots.push(spot(place, where, queues))
    this.#from = new Float32Array(tracks.moves)
    this.#to = new Float32Array(tracks.moves).fill(1)
    this.#cut()
    this.#queues = new Int32Array(Math.max(1, queues.size) * where.directions)
    this.#directions = where.directions
  }

  /** Where a way is interrupted by stages, each part ends and begins at the node of those. */
  #cut() {
    const { first, place, vehicles, places } = this.tracks
    for (let vehicle = 0; vehicle < vehicles; vehicle++) {
      // The last move on a service, and the node of the stages after it.
      let before = -1
      let node: Spot | null = null
      for (let move = first[vehicle] as number; move < (first[vehicle + 1] as number); move++) {
        const at = place[move] as number
        if (places[at]?.kind === 'stage') node = this.#spots[at] as Spot
        if (places[at]?.kind !== 'service') continue
        const same = before >= 0 && places[place[before] as number]?.element === places[at]?.element
        if (same && node !== null) {
          const share = nearest(this.#spots[at] as Spot, node)
          this.#to[before] = share
          this.#from[move] = share
        }
        before = move
        node = null
      }
    }
  }

  get active(): number {
    return this.#count
  }

  /** Lets the time be `s` seconds after the beginning of the tracks. Going on is cheap, going back begins again. */
  seek(s: number) {
    const { first, arrived, left } = this.tracks
    if (s < this.#now) {
      this.#count = 0
      this.#next = 0
    }
    this.#now = s
    while (this.#next < this.#order.length) {
      const vehicle = this.#order[this.#next] as number
      const begin = first[vehicle] as number
      if ((arrived[begin] as number) > s) break
      this.#move[vehicle] = begin
      this.#active[this.#count++] = vehicle
      this.#next++
    }
    // Those that have left make room, and the others keep their order: a queue must not change places.
    let kept = 0
    for (let i = 0; i < this.#count; i++) {
      const vehicle = this.#active[i] as number
      const end = first[vehicle + 1] as number
      let move = this.#move[vehicle] as number
      while (move < end && (left[move] as number) <= s) move++
      this.#move[vehicle] = move
      if (move < end) this.#active[kept++] = vehicle
    }
    this.#count = kept
  }

  /** Works out where everybody is on the screen. */
  lay(camera: Camera) {
    const { place, arrived, started, ended } = this.tracks
    const s = this.#now
    this.#queues.fill(0)
    for (let i = 0; i < this.#count; i++) {
      const vehicle = this.#active[i] as number
      const move = this.#move[vehicle] as number
      const at = this.#spots[place[move] as number] as Spot
      const direction = this.#directionOf[vehicle] as number
      this.#bucket[i] = -1
      if (at.kind === 'nowhere' || s < (arrived[move] as number)) continue
      const begun = started[move] as number
      const done = ended[move] as number
      if (at.kind === 'line' && s >= begun) {
        // Held at the far end, vehicles stand behind each other.
        const behind = s < done ? 0 : (this.#rank(at, direction) * ROW) / Math.max(1, at.length * camera.scale)
        const from = this.#from[move] as number
        const to = this.#to[move] as number
        const share = s < done ? from + ((s - begun) / (done - begun)) * (to - from) : Math.max(0, to - behind)
        this.#along(i, at, share, camera)
        this.#bucket[i] = direction * STATES + (s < done ? MOVING : WAITING)
      } else {
        this.#stack(i, at, direction, camera)
        this.#bucket[i] = direction * STATES + (s < begun || s >= done ? WAITING : SERVED)
      }
    }
  }

  /** How many of this queue have been laid before. */
  #rank(at: Spot, direction: number): number {
    const counter = at.queue * this.#directions + direction
    const rank = this.#queues[counter] as number
    this.#queues[counter] = rank + 1
    return rank
  }

  #along(i: number, at: Spot, share: number, camera: Camera) {
    const last = at.line.length / 2 - 1
    const exact = Math.min(share, 0.999999) * last
    const step = 2 * Math.floor(exact)
    const t = exact - Math.floor(exact)
    const ax = at.line[step] as number
    const ay = at.line[step + 1] as number
    const dx = (at.line[step + 2] as number) - ax
    const dy = (at.line[step + 3] as number) - ay
    const aside = ASIDE / (Math.sqrt(dx * dx + dy * dy) || 1)
    // Everybody drives on the right.
    this.#x[i] = screenX(camera, ax + dx * t) - dy * aside
    this.#y[i] = screenY(camera, ay + dy * t) + dx * aside
  }

  /** In rows beside the gate, upwards, each direction on its own side. */
  #stack(i: number, at: Spot, direction: number, camera: Camera) {
    const rank = this.#rank(at, direction)
    const side = direction % 2 === 0 ? -1 : 1
    this.#x[i] = screenX(camera, at.x) + side * (FROM_GATE + ROW * Math.floor(rank / IN_A_ROW))
    this.#y[i] = screenY(camera, at.y) + ROW * (IN_A_ROW / 2 - (rank % IN_A_ROW))
  }

  /** Draws what was laid; `colours` has moving, waiting and served for each direction. */
  paint(context: CanvasRenderingContext2D, camera: Camera, colours: readonly string[]) {
    const { width, height } = camera
    for (let bucket = 0; bucket < this.#buckets; bucket++) {
      context.fillStyle = colours[bucket] ?? '#888'
      for (let i = 0; i < this.#count; i++) {
        if (this.#bucket[i] !== bucket) continue
        const x = this.#x[i] as number
        const y = this.#y[i] as number
        if (x > -SIZE && y > -SIZE && x < width + SIZE && y < height + SIZE) context.fillRect(x - SIZE / 2, y - SIZE / 2, SIZE, SIZE)
      }
    }
  }
}

const NO_LINE = new Float64Array(4)

/** Share of a way at which it comes closest to a gate. */
function nearest({ line }: Spot, { x, y }: Spot): number {
  let best = 0
  let least = Infinity
  for (let i = 0; i < line.length; i += 2) {
    const distance = Math.hypot((line[i] as number) - x, (line[i + 1] as number) - y)
    if (distance < least) [best, least] = [i, distance]
  }
  return best / (line.length - 2)
}

function spot(place: Place, where: Where, queues: Map<string, number>): Spot {
  const nowhere: Spot = { kind: 'nowhere', line: NO_LINE, length: 0, x: 0, y: 0, queue: 0 }
  const queue = (key: string) => {
    if (!queues.has(key)) queues.set(key, queues.size)
    return queues.get(key) as number
  }
  if (place.kind === 'stage') {
    const name = where.nodeOf(place.element)
    const node = name === null ? undefined : where.shapes.nodes.get(name)
    return node === undefined ? nowhere : { ...nowhere, kind: 'gate', x: node.x, y: node.y, queue: queue(`gate ${name}`) }
  }
  const found = place.kind === 'link' ? where.shapes.links.get(place.element)?.line : where.shapes.services.get(place.element)
  if (found === undefined) return nowhere
  const line = place.reversed ? reversed(found) : found
  let length = 0
  for (let i = 2; i < line.length; i += 2) length += Math.hypot((line[i] as number) - (line[i - 2] as number), (line[i + 1] as number) - (line[i - 1] as number))
  return { kind: 'line', line, length, x: line[0] as number, y: line[1] as number, queue: queue(`${place.element} ${place.reversed}`) }
}
