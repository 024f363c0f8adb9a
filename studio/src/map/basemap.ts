// The base of the map: land, water and borders, from files beside the pages. No tiles, no fonts, nothing from elsewhere.

import type { GeoJSONSourceSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { Feature, Geometry } from 'geojson'
import borders from '../../basemap/borders.json?url'
import land from '../../basemap/land.json?url'
import water from '../../basemap/water.json?url'

export interface Packed {
  box: [number, number, number, number]
  scale: number
  polygons?: number[][][]
  lines?: number[][]
}

export interface Base {
  land: Geometry
  near: Geometry
  water: Geometry
  borders: Geometry
}

/** A line is kept as whole numbers: the first point, then the way to each next one. */
export function unpack(flat: number[], scale: number): [number, number][] {
  const line: [number, number][] = []
  let [x, y] = [0, 0]
  for (let i = 0; i < flat.length; i += 2) {
    x += flat[i] as number
    y += flat[i + 1] as number
    line.push([x / scale, y / scale])
  }
  return line
}

const polygons = ({ polygons = [], scale }: Packed): Geometry => ({
  type: 'MultiPolygon',
  coordinates: polygons.map((rings) => rings.map((ring) => unpack(ring, scale))),
})

export async function loadBase(): Promise<Base> {
  const read = async (address: string) => (await fetch(address)).json() as Promise<Packed>
  const [coarse, fine, border] = await Promise.all([read(land), read(water), read(borders)])
  const [west, south, east, north] = fine.box
  const near: Geometry = { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] }
  const lines = (border.lines ?? []).map((line) => unpack(line, border.scale))
  return { land: polygons(coarse), near, water: polygons(fine), borders: { type: 'MultiLineString', coordinates: lines } }
}

const source = (geometry: Geometry): GeoJSONSourceSpecification => ({ type: 'geojson', data: { type: 'Feature', properties: {}, geometry } as Feature, tolerance: 0.3 })

/** The borders are of small scale: drawn larger they would lie beside the rivers that they follow. */
const BORDERS_TO_ZOOM = 8.5

/** In the near part everything is land but the water that is known in detail; around it the coarse coast must do. */
export function style(base: Base, colour: (token: string) => string): StyleSpecification {
  const fill = (id: string, from: string, token: string): LayerSpecification => ({ id, type: 'fill', source: from, paint: { 'fill-color': colour(token), 'fill-antialias': id === 'water' } })
  return {
    version: 8,
    sources: { land: source(base.land), near: source(base.near), water: source(base.water), borders: source(base.borders) },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colour('water') } },
      fill('land', 'land', 'land'),
      fill('near', 'near', 'land'),
      fill('water', 'water', 'water'),
      // From afar a river is thinner than a pixel, and its shore keeps it in sight.
      { id: 'shore', type: 'line', source: 'water', paint: { 'line-color': colour('shore'), 'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.4, 6, 0.9] } },
      {
        id: 'borders', type: 'line', source: 'borders', maxzoom: BORDERS_TO_ZOOM,
        paint: { 'line-color': colour('border'), 'line-width': 1.1, 'line-dasharray': [5, 2.5, 1.5, 2.5] },
      },
    ],
  }
}
