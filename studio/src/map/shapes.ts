// Where the things of a network lie. The model knows nodes; a link is drawn from one to the other, in an arc where several
// would lie on each other or where it flies.

import type { Leg, Link, Network } from '../lib/types'
import { latitude, longitude, mercatorX, mercatorY } from './projection'

export interface Point {
  longitude: number
  latitude: number
  x: number
  y: number
}

export interface LinkShape {
  link: Link
  /** x, y, x, y … from `from` to `to`, in equal steps. */
  line: Float64Array
}

export interface Shapes {
  nodes: Map<string, Point>
  links: Map<string, LinkShape>
  /** The whole way of a service, from its one stop to its other. */
  services: Map<string, Float64Array>
  /** Whether traffic of a direction goes over a link against its from and to: `link direction` → yes. */
  against: Map<string, boolean>
}

const ARC_STEPS = 24
const ARC = 0.09
const FLIGHT = 0.13
const SERVICE_STEPS = 64

/** A line in equal steps that swings out by `bend` of its length to the right. */
export function arc(a: Point, b: Point, bend: number): Float64Array {
  const steps = bend === 0 ? 1 : ARC_STEPS
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const [cx, cy] = [(a.x + b.x) / 2 - 2 * bend * dy, (a.y + b.y) / 2 + 2 * bend * dx]
  const line = new Float64Array(2 * (steps + 1))
  for (let step = 0; step <= steps; step++) {
    const t = step / steps
    const s = 1 - t
    line[2 * step] = s * s * a.x + 2 * s * t * cx + t * t * b.x
    line[2 * step + 1] = s * s * a.y + 2 * s * t * cy + t * t * b.y
  }
  return line
}

export function shapes(network: Network): Shapes {
  const nodes = new Map<string, Point>()
  for (const { name, longitude, latitude } of network.nodes) {
    if (longitude === null || latitude === null) continue
    nodes.set(name, { longitude, latitude, x: mercatorX(longitude), y: mercatorY(latitude) })
  }
  const between = new Map<string, Link[]>()
  for (const link of network.links) {
    const pair = [link.from, link.to].sort().join(' ')
    between.set(pair, [...(between.get(pair) ?? []), link])
  }
  const links = new Map<string, LinkShape>()
  for (const group of between.values()) {
    group.forEach((link, index) => {
      const [a, b] = [nodes.get(link.from), nodes.get(link.to)]
      if (a === undefined || b === undefined) return
      // The bend is told from the same end for all links of a pair, so that they spread and do not cross.
      const side = link.from < link.to ? 1 : -1
      const bend = (index - (group.length - 1) / 2) * ARC * side + (link.mode === 'air' ? FLIGHT : 0)
      links.set(link.name, { link, line: arc(a, b, bend) })
    })
  }
  const services = new Map<string, Float64Array>()
  for (const service of network.services) {
    let at = service.from
    const way: number[] = []
    for (const shape of service.links.map((name) => links.get(name))) {
      if (shape === undefined) continue
      const along = shape.link.from === at
      way.push(...(along ? shape.line : reversed(shape.line)))
      at = along ? shape.link.to : shape.link.from
    }
    if (way.length > 0) services.set(service.name, inEqualSteps(way, SERVICE_STEPS))
  }
  return { nodes, links, services, against: against(network) }
}

/** The same way in steps of one length, so that a share of the time is a share of the way. */
export function inEqualSteps(way: readonly number[], steps: number): Float64Array {
  const lengths = [0]
  for (let i = 2; i < way.length; i += 2) {
    lengths.push((lengths.at(-1) as number) + Math.hypot((way[i] as number) - (way[i - 2] as number), (way[i + 1] as number) - (way[i - 1] as number)))
  }
  const whole = lengths.at(-1) as number
  const line = new Float64Array(2 * (steps + 1))
  let part = 1
  for (let step = 0; step <= steps; step++) {
    const at = (step / steps) * whole
    while (part < lengths.length - 1 && (lengths[part] as number) < at) part++
    const [begin, end] = [lengths[part - 1] as number, lengths[part] as number]
    const t = end > begin ? (at - begin) / (end - begin) : 0
    for (const axis of [0, 1]) {
      const [from, to] = [way[2 * (part - 1) + axis] as number, way[2 * part + axis] as number]
      line[2 * step + axis] = from + t * (to - from)
    }
  }
  return line
}

/** The same line from its other end. */
export function reversed(line: Float64Array): Float64Array {
  const turned = new Float64Array(line.length)
  for (let i = 0; i < line.length; i += 2) {
    turned[i] = line[line.length - 2 - i] as number
    turned[i + 1] = line[line.length - 1 - i] as number
  }
  return turned
}

function against(network: Network): Map<string, boolean> {
  const found = new Map<string, boolean>()
  for (const route of network.routes) {
    for (const leg of route.legs.filter((leg: Leg) => leg.kind === 'link')) {
      const key = `${leg.name} ${route.direction}`
      if (!found.has(key)) found.set(key, leg.reversed)
    }
  }
  return found
}

/** As GeoJSON wants it. */
export function coordinates(line: Float64Array): [number, number][] {
  return Array.from({ length: line.length / 2 }, (_, i) => [longitude(line[2 * i] as number), latitude(line[2 * i + 1] as number)])
}
