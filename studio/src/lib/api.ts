// One function for each address of the HTTP contract. openapi.json describes it, so that no call here can ask or expect what is not there.

import createClient, { defaultPathSerializer } from 'openapi-fetch'
import type { paths } from './schema'
import type { Conflict, Language, Problem, StudyRequest, Value } from './types'

/** Where the addresses begin, seen from the page. */
const ROOT = '.'

/** What the server refused, in words for people; `conflict` holds the text on disk when somebody else wrote first. */
export class Refusal extends Error {
  constructor(readonly status: number, readonly problem: Problem, readonly conflict: Conflict | null = null) {
    super(problem.title)
  }
}

/** The server was not reached, or went away in the middle of an answer. */
export class Unreachable extends Error {}

async function refusal(response: Response): Promise<Refusal> {
  const body = (await response.json().catch(() => null)) as Partial<Problem> | null
  const problem = { title: body?.title ?? `HTTP ${response.status}`, hint: body?.hint ?? '', diagnostics: body?.diagnostics ?? [] }
  return new Refusal(response.status, problem, body !== null && 'etag' in body ? (body as Conflict) : null)
}

/** Marks that turn the direction of writing: in a title they would turn what stands beside it. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g

/** What the server says, without them. Files of the folder are shown as they are. */
export const straight = (json: string) => json.replaceAll(TURNING, '')

const client = createClient<paths>({ baseUrl: ROOT })
client.use({
  /** A request that changes something says that it comes from these pages and not from a foreign one. */
  onRequest({ request }) {
    if (request.method !== 'GET') request.headers.set('x-portway', '1')
  },
  async onResponse({ response }) {
    if (!response.ok) throw await refusal(response)
    if (response.headers.get('content-type')?.startsWith('application/json') !== true) return undefined
    return new Response(straight(await response.text()), response)
  },
})

/** Tells a connection that failed, which browsers call a TypeError, from whatever else goes wrong. */
function reach<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw error instanceof TypeError ? new Unreachable(error.message) : error
  })
}

/** What an answer holds; what was refused has been thrown by then. */
const held = async <T>(work: Promise<{ data?: T }>) => (await reach(work)).data as T

const address = (path: keyof paths, names: Record<string, string> = {}) => ROOT + defaultPathSerializer(path, names)

export const api = {
  corridor: (lang: Language) => held(client.GET('/api/v1/corridor', { params: { query: { lang } } })),
  network: (name: string, lang: Language) => held(client.GET('/api/v1/scenarios/{name}', { params: { path: { name }, query: { lang } } })),
  inputs: (name: string, lang: Language) => held(client.GET('/api/v1/scenarios/{name}/inputs', { params: { path: { name }, query: { lang } } })),

  files: () => held(client.GET('/api/v1/files')),
  async file(name: string): Promise<{ text: string; etag: string }> {
    const { data, response } = await reach(client.GET('/api/v1/files/{name}', { params: { path: { name } }, parseAs: 'text' }))
    // A file without a letter is an answer without a body.
    return { text: data ?? '', etag: response.headers.get('etag') ?? '' }
  },
  /** Writes a file; `etag` is null for a new one. A text with errors is only written when asked to, `evenSo`. */
  save: (name: string, text: string, etag: string | null, evenSo = false) =>
    held(client.PUT('/api/v1/files/{name}', {
      params: { path: { name }, query: evenSo ? { even_so: true } : {}, header: etag === null ? { 'if-none-match': '*' } : { 'if-match': etag } },
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: text,
      bodySerializer: (body) => body,
    })),
  check: (files: Record<string, string>) => held(client.POST('/api/v1/check', { body: { files } })),

  setValues: (name: string, hash: string, changes: Value[], preview: boolean) =>
    held(client.POST('/api/v1/scenarios/{name}/values', { params: { path: { name } }, body: { hash, changes, preview } })),
  addScenario: (scenario: { hash: string; name: string; title: string; base: string; changes: Value[]; preview: boolean }) =>
    held(client.POST('/api/v1/scenarios', { body: scenario })),
  removeScenario: (name: string, hash: string) =>
    held(client.DELETE('/api/v1/scenarios/{name}', { params: { path: { name }, query: { hash } } })),

  studies: () => held(client.GET('/api/v1/studies')),
  study: (id: string) => held(client.GET('/api/v1/studies/{id}', { params: { path: { id } } })),
  start: (request: StudyRequest) => held(client.POST('/api/v1/studies', { body: request })),
  /** Cancels a study that waits or runs, and removes one that has ended. */
  end: (id: string) => held(client.DELETE('/api/v1/studies/{id}', { params: { path: { id } } })),
  answer: (id: string) => held(client.GET('/api/v1/studies/{id}/answer', { params: { path: { id } } })),
  studyFiles: async (id: string) => (await held(client.GET('/api/v1/studies/{id}/files', { params: { path: { id } } }))).files,
  tracks: (id: string) => held(client.GET('/api/v1/studies/{id}/tracks', { params: { path: { id } }, parseAs: 'arrayBuffer' })),
  reportAddress: (id: string) => address('/api/v1/studies/{id}/report', { id }),
  fileAddress: (id: string, name: string) => address('/api/v1/studies/{id}/files/{name}', { id, name }),
  eventsAddress: () => address('/api/v1/events'),
}
