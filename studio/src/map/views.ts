// Where one can fly to: every place at which the border is crossed, with what stands around it.

import type { Link, Mode, Network } from '../lib/types'
import { distanceKm } from './projection'
import { coordinates, type Shapes } from './shapes'

/** West, south, east, north. */
export type Box = [number, number, number, number]

export interface View {
  name: string
  title: string
  box: Box
}

/** Crossings closer than this are one place; nodes closer than that belong to it. */
const SAME_KM = 4
const AROUND_KM = 12
const LEAST_DEGREES = 0.02

/** Where several ways cross at one place, it is called by the one that comes first here. */
const NAMED_BY: Mode[] = ['rail', 'water', 'road', 'ice', 'cable', 'air']

function box(points: (readonly [number, number])[]): Box {
  const [xs, ys] = [points.map((p) => p[0]), points.map((p) => p[1])]
  const [w, s, e, n] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  return [w - LEAST_DEGREES, s - LEAST_DEGREES, e + LEAST_DEGREES, n + LEAST_DEGREES]
}

/** The whole corridor: all nodes that some facility or border link stands at, not the far ends of flights. */
export function everything(network: Network, shapes: Shapes): Box | null {
  const middle = network.links.filter((link) => link.border && link.mode !== 'air').flatMap((link) => [link.from, link.to])
  const names = middle.length > 0 ? middle : network.nodes.map(({ name }) => name)
  const points = names.flatMap((name) => {
    const node = shapes.nodes.get(name)
    return node === undefined ? [] : [[node.longitude, node.latitude] as const]
  })
  return points.length === 0 ? null : box(points)
}

export function views(network: Network, shapes: Shapes): View[] {
  const rank = (link: Link) => NAMED_BY.indexOf(link.mode)
  const crossings = network.links.filter((link) => link.border && link.mode !== 'air').sort((a, b) => rank(a) - rank(b))
  const places: { middle: readonly [number, number]; title: string; name: string }[] = []
  for (const link of crossings) {
    const [a, b] = [shapes.nodes.get(link.from), shapes.nodes.get(link.to)]
    if (a === undefined || b === undefined) continue
    const middle = [(a.longitude + b.longitude) / 2, (a.latitude + b.latitude) / 2] as const
    if (!places.some((place) => distanceKm(place.middle, middle) < SAME_KM)) places.push({ middle, title: link.title, name: link.name })
  }
  const all = [...shapes.nodes.values()].map((node) => [node.longitude, node.latitude] as const)
  const found = places.map(({ middle, title, name }) => {
    // A node belongs to the crossing that is nearest to it.
    const own = all.filter((node) => {
      const distance = distanceKm(node, middle)
      return distance < AROUND_KM && places.every((other) => distanceKm(node, other.middle) >= distance)
    })
    return { name, title, box: box([middle, ...own]), count: own.length }
  })
  return found.sort((a, b) => b.count - a.count).map(({ name, title, box }) => ({ name, title, box }))
}

/** What some facilities, a link or the whole way of a service cover; null where nothing of them lies on the map. */
export function extent(names: readonly string[], network: Network, shapes: Shapes): Box | null {
  const points = names.flatMap((name) => {
    const node = shapes.nodes.get(network.facilities.find((facility) => facility.name === name)?.node ?? '')
    if (node !== undefined) return [[node.longitude, node.latitude] as const]
    const line = shapes.links.get(name)?.line ?? shapes.services.get(name)
    return line === undefined ? [] : coordinates(line)
  })
  return points.length === 0 ? null : box(points)
}
