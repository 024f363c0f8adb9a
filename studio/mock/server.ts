// A stand-in for `portway serve` while pages are written. It is a plug-in of the development server and never shipped.

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import type { Corridor, Network, RunAnswer, ScenarioRow, Study, StudyRequest } from '../src/lib/types'
import { runAnswer } from './answer'
import { tracks } from './tracks'

type Model = Corridor & Network
const made = new URL('./model.json', import.meta.url)
if (!existsSync(made)) execFileSync('python3', [fileURLToPath(new URL('./make.py', import.meta.url))])
const model = JSON.parse(readFileSync(made, 'utf8')) as Model

/** Titles are kept in three languages; this picks one, all the way down. */
function spoken<T>(value: T, lang: string): T {
  if (Array.isArray(value)) return value.map((item) => spoken(item, lang)) as T
  if (value === null || typeof value !== 'object') return value
  const texts = value as Record<string, unknown>
  if (typeof texts['en'] === 'string' && typeof texts['zh'] === 'string') return texts[lang] as T
  return Object.fromEntries(Object.entries(texts).map(([key, item]) => [key, spoken(item, lang)])) as T
}

const CLOCKS: Record<string, string[]> = {
  en: ['China', 'Amur Oblast', 'Khabarovsk'],
  zh: ['中国', '阿穆尔州', '哈巴罗夫斯克'],
  ru: ['Китай', 'Амурская область', 'Хабаровск'],
}
const ZONES = ['Asia/Shanghai', 'Asia/Yakutsk', 'Asia/Vladivostok']

function corridor(lang: string): Corridor {
  const { title, zone, default_scenario, scenarios } = spoken(model, lang)
  const clocks = ZONES.map((zone, index) => ({ zone, label: CLOCKS[lang]?.[index] ?? '' }))
  return { name: 'amur', title, hash: 'mock', zone, default_scenario, scenarios, diagnostics: [], version: '0.1.0', clocks }
}

export function network(name: string, lang: string): Network {
  const scenario = model.scenarios.find((row) => row.name === name) as ScenarioRow
  const inside = (item: object) => {
    const part = 'part' in item ? (item.part as string | null) : null
    return part === null || scenario.parts === null || scenario.parts.includes(part)
  }
  const kept = Object.fromEntries(Object.entries(model).map(([key, value]) => [key, Array.isArray(value) ? value.filter(inside) : value]))
  return spoken({ ...kept, scenario } as unknown as Network, lang)
}

let studies: Study[] = []
const listeners = new Set<ServerResponse>()
const tell = (event: string, data: unknown) => listeners.forEach((to) => to.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`))

function start(request: StudyRequest): Study {
  const total = request.replications ?? 20
  const study: Study = {
    id: `s${studies.length + 1}`, kind: request.kind, state: 'running', request, created: new Date().toISOString(),
    title: request.scenarios.map(({ name }) => model.scenarios.find((row) => row.name === name)?.title ?? name).map((t) => spoken(t, request.lang)).join(' / '),
    done: 0, total, seconds_left: 4, seconds: null, problem: null, command: `portway ${request.kind} . ${request.scenarios[0]?.name}`, hash: 'mock', stale: false,
  }
  studies = [study, ...studies]
  const clock = setInterval(() => {
    if (study.state !== 'running') return clearInterval(clock)
    study.done = Math.min(total, study.done + Math.ceil(total / 10))
    study.seconds_left = (4 * (total - study.done)) / total
    if (study.done === total) Object.assign(study, { state: 'finished', seconds: 2, seconds_left: null })
    tell('study', study)
  }, 200)
  return study
}

function answer(study: Study): RunAnswer {
  const request = study.request
  return runAnswer(network(request.scenarios[0]?.name ?? '', request.lang), request)
}

function reply(response: ServerResponse, body: unknown, status = 200) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

const body = (request: IncomingMessage) =>
  new Promise<string>((done) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString())).on('end', () => done(text))
  })

async function handle(request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? '', 'http://mock')
  const [what, name = '', part] = url.pathname.split('/').slice(3).map(decodeURIComponent)
  const lang = url.searchParams.get('lang') ?? 'en'
  const study = studies.find(({ id }) => id === name)
  if (what === 'corridor') return reply(response, corridor(lang))
  if (what === 'scenarios' && part === 'inputs') return reply(response, { inputs: [] })
  if (what === 'scenarios') return reply(response, network(name, lang))
  if (what === 'files') return reply(response, { hash: 'mock', files: [] })
  if (what === 'events') {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write('event: hello\ndata: {}\n\n')
    listeners.add(response)
    return void request.on('close', () => listeners.delete(response))
  }
  if (what === 'studies' && name === '') {
    if (request.method === 'POST') return reply(response, start(JSON.parse(await body(request)) as StudyRequest), 202)
    return reply(response, { studies })
  }
  if (what !== 'studies' || study === undefined) return reply(response, { title: 'Not found', hint: '', diagnostics: [] }, 404)
  if (request.method === 'DELETE') {
    if (study.state === 'running') study.state = 'cancelled'
    else studies = studies.filter((other) => other !== study)
    tell('study', study)
    return reply(response, {})
  }
  if (part === undefined) return reply(response, study)
  if (part === 'answer') return reply(response, answer(study))
  if (part === 'tracks') return void response.end(Buffer.from(tracks(network(study.request.scenarios[0]?.name ?? '', 'en'), study.request)))
  reply(response, { title: 'The mock has no such thing', hint: '', diagnostics: [] }, 404)
}

export function mock(): Plugin {
  return {
    name: 'mock',
    configureServer: (server) => void server.middlewares.use('/api/v1', (request, response) => void handle(withRoot(request), response)),
    configurePreviewServer: (server) => void server.middlewares.use('/api/v1', (request, response) => void handle(withRoot(request), response)),
  }
}

/** The middleware is given addresses without the root it was mounted at. */
function withRoot(request: IncomingMessage): IncomingMessage {
  request.url = `/api/v1${request.url ?? ''}`
  return request
}
