// Links as the map draws them: the line says the mode, the width how much goes over it, the colour how full it is.

import type { Feature, FeatureCollection } from 'geojson'
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { Link, Mode, Network } from '../lib/types'
import type { Readings } from './readings'
import { open } from './season'
import { coordinates, type Shapes } from './shapes'

/** Dashes in widths of the line. Roads are whole. */
export const DASHES: Record<Mode, number[]> = {
  road: [1, 0],
  rail: [4, 1],
  water: [2.5, 1.5],
  air: [0.8, 1.8],
  cable: [1, 1],
  ice: [1.5, 0.7],
}

/** Share of what a way can pass from which it counts as full. */
export const OVER = 0.95

/** How full a way is, as a share of what it can pass, and the token of its colour. */
export const FULLNESS: { from: number; token: string }[] = [
  { from: 0, token: 's1' },
  { from: 0.5, token: 's2' },
  { from: 0.8, token: 's3' },
  { from: OVER, token: 'bad' },
]

export const fullness = (share: number | null) => (share === null ? 's0' : (FULLNESS.findLast(({ from }) => share >= from)?.token ?? 's1'))

/** Pixels: thin where nobody knows, then with the root of the flow, so that ten a day and a thousand can both be seen. */
export const width = (perDay: number | null) => (perDay === null ? 1.6 : Math.min(8, 1.4 + 0.3 * Math.sqrt(perDay)))

const apart = (line: number) => line / 2 + 0.6

export function linkFeatures(network: Network, shapes: Shapes, readings: Readings | null, date: string, colour: (token: string) => string): FeatureCollection {
  const features: Feature[] = []
  for (const { link, line } of shapes.links.values()) {
    const shut = !open(link.seasons, network.seasons, date)
    const add = (wide: number, token: string, offset: number) =>
      features.push({
        type: 'Feature',
        properties: { name: link.name, mode: link.mode, width: wide, offset, colour: colour(shut ? 'line' : token), shut },
        geometry: { type: 'LineString', coordinates: coordinates(line) },
      })
    const known = readings === null ? [] : network.directions.flatMap(({ name }) => flow(link, name, readings, shapes))
    if (known.length === 0) add(width(null), 's0', 0)
    for (const { perDay, share, against } of known) {
      const wide = width(perDay)
      // Right-hand traffic: who goes against the link is drawn on its other side.
      add(wide, fullness(share), known.length > 1 || link.one_way ? (against ? -1 : 1) * apart(wide) : 0)
    }
  }
  return { type: 'FeatureCollection', features }
}

function flow(link: Link, direction: string, readings: Readings, shapes: Shapes) {
  const perDay = readings.measure('stage_visits_per_day', link.name, direction)?.mean
  if (perDay === undefined || perDay === 0) return []
  const share = readings.measure('lane_use_share', link.name, direction)?.mean ?? null
  return [{ perDay, share, against: shapes.against.get(`${link.name} ${direction}`) ?? false }]
}

export function linkLayers(colour: (token: string) => string): LayerSpecification[] {
  const get = (name: string): ExpressionSpecification => ['get', name]
  const dash = ['match', get('mode'), ...Object.entries(DASHES).flatMap(([mode, dashes]) => [mode, ['literal', dashes]]), ['literal', [1, 0]]]
  return [
    {
      id: 'changed', type: 'line', source: 'links', filter: ['in', get('name'), ['literal', []]],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colour('care'), 'line-width': 1.8, 'line-gap-width': ['+', get('width'), 5], 'line-offset': get('offset') },
    },
    {
      id: 'chosen', type: 'line', source: 'links', filter: ['in', get('name'), ['literal', []]],
      layout: { 'line-cap': 'round' },
      paint: { 'line-color': colour('ink'), 'line-width': ['+', get('width'), 7], 'line-offset': get('offset'), 'line-opacity': 0.22 },
    },
    {
      id: 'casing', type: 'line', source: 'links', filter: ['==', get('mode'), 'road'],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': colour('paper'), 'line-width': ['+', get('width'), 2], 'line-offset': get('offset') },
    },
    {
      id: 'links', type: 'line', source: 'links',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': get('colour'), 'line-width': get('width'), 'line-offset': get('offset'), 'line-dasharray': dash as ExpressionSpecification },
    },
    // A finger or a pointer needs more than a hair.
    { id: 'touch', type: 'line', source: 'links', paint: { 'line-width': 14, 'line-opacity': 0 } },
  ]
}
