// What the browser has to load, by when it is needed: npm run size
import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const BUDGET_KB = 400
const folder = new URL('../size/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', folder), 'utf8'))

/** Files of a chunk with everything that it imports at once. */
function closure(key, seen = new Set()) {
  const chunk = manifest[key]
  if (chunk === undefined || seen.has(key)) return []
  seen.add(key)
  return [chunk.file, ...(chunk.css ?? []), ...(chunk.imports ?? []).flatMap((other) => closure(other, seen))]
}
const find = (part) => Object.keys(manifest).find((key) => key.includes(part))
const frame = new Set(['index.html', ...closure('index.html')])
const page = new Set(closure(find('pages/Map.svelte')).filter((file) => !frame.has(file)))
const library = new Set([...closure(find('maplibre-gl.mjs')), ...readdirSync(new URL('assets/', folder)).filter((name) => name.includes('maplibre-gl-worker')).map((name) => `assets/${name}`)].filter((file) => !frame.has(file) && !page.has(file)))
const base = new Set(readdirSync(new URL('assets/', folder)).filter((name) => name.endsWith('.json')).map((name) => `assets/${name}`))
const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.parentPath.includes('.vite')).map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.pathname.length).replace(/^\//, ''))
const rest = new Set(all.filter((file) => ![frame, page, library, base].some((group) => group.has(file))))

const row = (title, files) => {
  const read = [...files].map((file) => readFileSync(new URL(file, folder)))
  const [raw, packed] = [read.reduce((sum, bytes) => sum + bytes.length, 0), read.reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length, 0)]
  console.log(`${title.padEnd(34)} ${(raw / 1000).toFixed(0).padStart(7)} ${(packed / 1000).toFixed(0).padStart(7)}`)
  return packed / 1000
}
console.log(`${''.padEnd(34)} ${'kB'.padStart(7)} ${'gzip'.padStart(7)}`)
const first = row('first page: frame', frame) + row('first page: map, panel, list', page)
row('map library and its worker, after', library)
row('land, water, borders, after', base)
row('other pages, when opened', rest)
console.log(`${`first page, at most ${BUDGET_KB}`.padEnd(42)} ${first.toFixed(0).padStart(7)}`)
if (first > BUDGET_KB) process.exitCode = 1
