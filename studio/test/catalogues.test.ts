import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { FluentBundle, FluentResource } from '@fluent/bundle'
import { expect, test } from 'vitest'

const root = new URL('../..', import.meta.url).pathname
const LANGUAGES = ['en', 'zh', 'ru']
/** Those that the pages read beside their own. */
const SHARED = [
  'common', 'dates', 'evidence', 'measures', 'run', 'charts', 'comparison', 'bottleneck', 'capacity', 'sensitivity', 'programme', 'journey', 'money', 'findings',
]
const OWN = ['studio', 'studio-pages']

const catalogue = (language: string, name: string) => readFileSync(join(root, `crates/report/catalogues/${language}/${name}.ftl`), 'utf8')
const ids = (text: string) => [...text.matchAll(/^([a-z][a-z0-9-]*) =/gm)].map((match) => match[1] as string)

/** What a message has places for. */
function places(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [message, id] of text.matchAll(/^([a-z][a-z0-9-]*) =[\s\S]*?(?=^[a-z#]|$(?![\s\S]))/gm)) {
    found.set(id as string, [...new Set([...message.matchAll(/\$([a-z]+)/g)].map((match) => match[1]))].sort().join(' '))
  }
  return found
}

test('every language has every message of the pages, with the same places, and all can be read', () => {
  for (const name of OWN) {
    const english = places(catalogue('en', name))
    for (const language of LANGUAGES) {
      expect(places(catalogue(language, name)), `${language} ${name}`).toEqual(english)
      expect(new FluentBundle(language).addResource(new FluentResource(catalogue(language, name))), `${language} ${name}`).toEqual([])
    }
  }
})

test('no message of the pages hides one of the reports that the pages read too', () => {
  for (const language of LANGUAGES) {
    const all = [...OWN, ...SHARED].flatMap((name) => ids(catalogue(language, name)))
    expect(all.filter((id, index) => all.indexOf(id) !== index), language).toEqual([])
  }
})

test('every message that the pages ask for by its name is there, and none lies about unused', () => {
  const folder = join(root, 'studio/src')
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|svelte)$/.test(name))
  const code = sources.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')
  const known = new Set([...OWN, ...SHARED].flatMap((name) => ids(catalogue('en', name))))
  const asked = [...code.matchAll(/\bsay\(\s*'([a-z0-9-]+)'/g)].map((match) => match[1] as string)
  expect(asked.filter((id) => !known.has(id))).toEqual([])
  // `say(`mode-${mode}`)` asks for all that begin so; `say(on ? 'pause' : 'play')` for each that is named.
  const beginnings = [...code.matchAll(/\bsay\(`([a-z-]+-)\$\{/g)].map((match) => match[1] as string)
  const used = (id: string) => id.startsWith('zone-') || code.includes(`'${id}'`) || beginnings.some((beginning) => id.startsWith(beginning))
  expect(OWN.flatMap((name) => ids(catalogue('en', name))).filter((id) => !used(id))).toEqual([])
})
