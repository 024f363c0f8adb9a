// The map itself. MapLibre is loaded apart from the page, and everything that the page wants of it goes through here.

import type { Map as MapLibre, GeoJSONSource } from 'maplibre-gl'
import type { FeatureCollection } from 'geojson'
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { loadBase, style, type Base } from './basemap'
import { camera, type Camera } from './projection'
import { linkLayers } from './traffic'
import type { Box } from './views'
import { calm } from '../lib/theme.svelte'

/** As near as the map goes by itself: a place is understood by what is around it. */
const CLOSEST = 14
const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] }

export class Surface {
  /** What is seen; changes with every step of a move. */
  camera = $state.raw<Camera | null>(null)
  /** Why there is no map, where a browser cannot draw one. */
  failed = $state(false)
  #map: MapLibre | null = null
  #base: Base | null = null
  #links = EMPTY
  #chosen: readonly string[] = []
  #changed: readonly string[] = []
  #borders = true
  #closed = false

  /** Asked for at once, beside the network that says where to look. */
  readonly #ground = loadBase()

  async open(element: HTMLElement, box: Box, words: { title: string }, colour: (token: string) => string, onchoose: (link: string | null) => void) {
    // The library takes a while to begin; the list beside the map is seen before that.
    await painted()
    const [library, base] = await Promise.all([import('maplibre-gl'), this.#ground])
    if (this.#closed) return
    this.#base = base
    library.setWorkerUrl(worker)
    library.setWorkerCount(1)
    try {
      this.#map = new library.Map({
        container: element,
        style: this.#style(colour),
        bounds: box,
        fitBoundsOptions: { padding: padding(element), maxZoom: CLOSEST },
        minZoom: 2.5,
        maxZoom: 16,
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        touchPitch: false,
        renderWorldCopies: false,
        fadeDuration: 0,
        locale: { 'Map.Title': words.title },
      })
    } catch {
      this.failed = true
      return
    }
    const map = this.#map
    map.touchZoomRotate.disableRotation()
    map.keyboard.disableRotation()
    const see = () => {
      const { clientWidth, clientHeight } = map.getContainer()
      this.camera = camera(map.getCenter(), map.getZoom(), clientWidth, clientHeight)
    }
    map.on('move', see)
    map.on('resize', see)
    map.on('click', ({ point }) => {
      const [hit] = map.queryRenderedFeatures(point, { layers: ['touch'] })
      onchoose((hit?.properties['name'] as string | undefined) ?? null)
    })
    map.on('mousemove', ({ point }) => {
      map.getCanvas().style.cursor = map.queryRenderedFeatures(point, { layers: ['touch'] }).length > 0 ? 'pointer' : ''
    })
    see()
    await map.once('load')
    this.#apply()
    element.dataset['ready'] = ''
  }

  close() {
    this.#closed = true
    this.#map?.remove()
    this.#map = null
  }

  links(features: FeatureCollection) {
    this.#links = features
    this.#apply()
  }

  /** The links that are chosen or pointed at, and those that a scenario changes. */
  mark(chosen: readonly string[], changed: readonly string[]) {
    this.#chosen = chosen
    this.#changed = changed
    this.#apply()
  }

  borders(shown: boolean) {
    this.#borders = shown
    this.#apply()
  }

  /** The same map in the colours of another theme. */
  wear(colour: (token: string) => string) {
    this.#map?.setStyle(this.#style(colour), { diff: true })
    void this.#map?.once('styledata').then(() => this.#apply())
  }

  fly(box: Box) {
    const map = this.#map
    map?.fitBounds(box, { padding: padding(map.getContainer()), maxZoom: CLOSEST, duration: calm.matches ? 0 : 900 })
  }

  zoom(by: number) {
    this.#map?.zoomTo(this.#map.getZoom() + by, { duration: calm.matches ? 0 : 200 })
  }

  /** Moves so that something is seen, without changing the scale more than needed. */
  show(box: Box) {
    const map = this.#map
    const seen = map?.getBounds()
    if (map === null || seen === undefined || (seen.contains([box[0], box[1]]) && seen.contains([box[2], box[3]]))) return
    map.fitBounds(box, { padding: padding(map.getContainer()), maxZoom: map.getZoom(), duration: calm.matches ? 0 : 500 })
  }

  #style(colour: (token: string) => string) {
    const made = style(this.#base as Base, colour)
    made.sources['links'] = { type: 'geojson', data: this.#links }
    made.layers.push(...linkLayers(colour))
    return made
  }

  #apply() {
    const map = this.#map
    const source = map?.getSource('links') as GeoJSONSource | undefined
    if (map === null || source === undefined) return
    void source.setData(this.#links)
    for (const [layer, names] of [['chosen', this.#chosen], ['changed', this.#changed]] as const) map.setFilter(layer, ['in', ['get', 'name'], ['literal', [...names]]])
    map.setLayoutProperty('borders', 'visibility', this.#borders ? 'visible' : 'none')
  }
}

/** After the frame that is being prepared has been seen. */
const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))

const padding = (element: HTMLElement) => {
  const side = Math.min(64, element.clientWidth / 8)
  return { top: 64, bottom: 48, left: side, right: side }
}
