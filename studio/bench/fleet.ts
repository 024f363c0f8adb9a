// Ten thousand vehicles that all move at once, for as long as it takes to draw 300 frames. scripts/bench.mjs reads the numbers.

import { Fleet } from '../src/map/fleet'
import { camera, mercatorX, mercatorY } from '../src/map/projection'
import { arc, type Point, type Shapes } from '../src/map/shapes'
import type { Tracks } from '../src/map/tracks'

const VEHICLES = 10_000
const LINKS = 60
const FRAMES = 300
const HOUR_S = 3600

const point = (longitude: number, latitude: number): Point => ({ longitude, latitude, x: mercatorX(longitude), y: mercatorY(latitude) })

function synthetic(): Tracks {
  const columns = (make: (vehicle: number) => number) => Int32Array.from({ length: VEHICLES }, (_, vehicle) => make(vehicle))
  return {
    from_ms: 0, to_ms: 10 * HOUR_S * 1000, vehicles: VEHICLES, moves: VEHICLES,
    places: Array.from({ length: LINKS }, (_, link) => ({ scope: `l${link}`, kind: 'link' as const, element: `l${link}`, reversed: link % 2 === 1 })),
    flows: [{ name: 'a', class: 'c', direction: 'x' }, { name: 'b', class: 'c', direction: 'y' }],
    flow: columns((vehicle) => vehicle % 2),
    first: Int32Array.from({ length: VEHICLES + 1 }, (_, vehicle) => vehicle),
    place: columns((vehicle) => vehicle % LINKS),
    arrived: columns((vehicle) => -vehicle % HOUR_S),
    started: columns((vehicle) => -vehicle % HOUR_S),
    ended: columns((vehicle) => 10 * HOUR_S + (vehicle % HOUR_S)),
    left: columns((vehicle) => 10 * HOUR_S + (vehicle % HOUR_S)),
  }
}

const center = { lng: 127.6, lat: 50.2 }
const links = new Map(
  Array.from({ length: LINKS }, (_, link) => {
    const angle = (2 * Math.PI * link) / LINKS
    return [`l${link}`, { link: null as never, line: arc(point(127.6, 50.2), point(127.6 + 0.2 * Math.cos(angle), 50.2 + 0.12 * Math.sin(angle)), link % 3 === 0 ? 0.1 : 0) }]
  }),
)
const shapes: Shapes = { nodes: new Map(), links, services: new Map(), against: new Map() }
const fleet = new Fleet(synthetic(), { shapes, nodeOf: () => null, directionOf: (name) => (name === 'x' ? 0 : 1), directions: 2 })

const canvas = document.querySelector('canvas') as HTMLCanvasElement
const context = canvas.getContext('2d') as CanvasRenderingContext2D
canvas.width = innerWidth
canvas.height = innerHeight
const view = camera(center, 11.2, innerWidth, innerHeight)
const colours = ['#0072b2', '#00639b', '#66aad1', '#d55e00', '#a94a00', '#e69e66']
const work: number[] = []
const frames: number[] = []
let last = 0

function draw(now: number) {
  if (last > 0) frames.push(now - last)
  last = now
  const begin = performance.now()
  context.clearRect(0, 0, canvas.width, canvas.height)
  fleet.seek(60 + frames.length * 60)
  fleet.lay(view)
  fleet.paint(context, view, colours)
  work.push(performance.now() - begin)
  if (frames.length < FRAMES) requestAnimationFrame(draw)
  else Object.assign(globalThis, { bench: { active: fleet.active, work: work.sort((a, b) => a - b), frames: frames.sort((a, b) => a - b) } })
}
requestAnimationFrame(draw)
