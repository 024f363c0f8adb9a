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
  /** From and to of services. */
  services: Map<string, Float64Array>
  /** Whether traffic of a direction goes over a link against its from and to: `link direction` → yes. */
  against: Map<string, boolean>
}

const ARC_STEPS = 24
const ARC = 0.09
const FLIGHT = 0.13

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
    const own = network.links.find((link) => joins(link, service.from, service.to) && links.has(link.name) && fits(service.name, link))
    const any = own ?? network.links.find((link) => joins(link, service.from, service.to) && links.has(link.name))
    const [a, b] = [nodes.get(service.from), nodes.get(service.to)]
    const line = any === undefined ? undefined : links.get(any.name)?.line
    if (line !== undefined) services.set(service.name, any?.from === service.from ? line : reversed(line))
    else if (a !== undefined && b !== undefined) services.set(service.name, arc(a, b, 0))
  }
  return { nodes, links, services, against: against(network) }
}

const joins = (link: Link, a: string, b: string) => (link.from === a && link.to === b) || (link.from === b && link.to === a)
const fits = (service: string, link: Link) => link.name.includes(service) || service.includes(link.name)

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
