// One function for each address of the HTTP contract.

import type { RunAnswer } from './answers'
import type {
  Conflict, Corridor, Diagnostic, FileRow, InputView, Language, Network, Problem, Saved, Study, StudyRequest, Value, Written,
} from './types'

const ROOT = './api/v1'

/** What the server refused, in words for people; `conflict` holds the text on disk when somebody else wrote first. */
export class Refusal extends Error {
  constructor(readonly status: number, readonly problem: Problem, readonly conflict: Conflict | null = null) {
    super(problem.title)
  }
}

/** The server was not reached, or went away in the middle of an answer. */
export class Unreachable extends Error {}

/** Tells a connection that failed, which browsers call a TypeError, from whatever else goes wrong. */
function reach<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw error instanceof TypeError ? new Unreachable(error.message) : error
  })
}

async function refusal(response: Response): Promise<Refusal> {
  const body = (await response.json().catch(() => null)) as Partial<Problem> | null
  const problem = { title: body?.title ?? `HTTP ${response.status}`, hint: body?.hint ?? '', diagnostics: body?.diagnostics ?? [] }
  return new Refusal(response.status, problem, body !== null && 'etag' in body ? (body as Conflict) : null)
}

async function call(path: string, options: RequestInit = {}): Promise<Response> {
  const response = await reach(fetch(ROOT + path, options))
  if (!response.ok) throw await refusal(response)
  return response
}

async function get<T>(path: string): Promise<T> {
  return reach((await call(path)).json() as Promise<T>)
}

/** A request that changes something: the header says that it came from these pages and not from a foreign one. */
async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json', 'x-portway': '1' }
  const response = await call(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
  return (response.status === 204 ? undefined : await reach(response.json())) as T
}

const enc = encodeURIComponent

export const api = {
  corridor: (lang: Language) => get<Corridor>(`/corridor?lang=${lang}`),
  network: (scenario: string, lang: Language) => get<Network>(`/scenarios/${enc(scenario)}?lang=${lang}`),
  inputs: (scenario: string, lang: Language) => get<{ inputs: InputView[] }>(`/scenarios/${enc(scenario)}/inputs?lang=${lang}`),

  files: () => get<{ hash: string; files: FileRow[] }>('/files'),
  async file(name: string): Promise<{ text: string; etag: string }> {
    const response = await call(`/files/${enc(name)}`)
    return { text: await reach(response.text()), etag: response.headers.get('etag') ?? '' }
  },
  /** Writes a file; `etag` is null for a new one. A text with errors is only written when asked to, `evenSo`. */
  async save(name: string, text: string, etag: string | null, evenSo = false): Promise<Saved> {
    const when = etag === null ? { 'if-none-match': '*' } : { 'if-match': etag }
    const headers = { 'content-type': 'text/plain; charset=utf-8', 'x-portway': '1', ...when }
    const response = await call(`/files/${enc(name)}${evenSo ? '?even_so=true' : ''}`, { method: 'PUT', headers, body: text })
    return reach(response.json() as Promise<Saved>)
  },
  check: (files: Record<string, string>) => send<{ diagnostics: Diagnostic[] }>('POST', '/check', { files }),

  setValues: (scenario: string, hash: string, changes: Value[], preview: boolean) =>
    send<Written>('POST', `/scenarios/${enc(scenario)}/values`, { hash, changes, preview }),
  addScenario: (scenario: { hash: string; name: string; title: string; base: string; changes: Value[]; preview: boolean }) =>
    send<Written>('POST', '/scenarios', scenario),
  removeScenario: (name: string, hash: string) => send<Written>('DELETE', `/scenarios/${enc(name)}?hash=${enc(hash)}`),

  studies: () => get<{ studies: Study[] }>('/studies'),
  study: (id: string) => get<Study>(`/studies/${enc(id)}`),
  start: (request: StudyRequest) => send<Study>('POST', '/studies', request),
  /** Cancels a study that waits or runs, and removes one that has ended. */
  end: (id: string) => send<unknown>('DELETE', `/studies/${enc(id)}`),
  answer: <T = RunAnswer>(id: string) => get<T>(`/studies/${enc(id)}/answer`),
  studyFiles: async (id: string) => (await get<{ files: string[] }>(`/studies/${enc(id)}/files`)).files,
  tracks: async (id: string) => reach((await call(`/studies/${enc(id)}/tracks`)).arrayBuffer()),
  reportAddress: (id: string) => `${ROOT}/studies/${enc(id)}/report`,
  fileAddress: (id: string, name: string) => `${ROOT}/studies/${enc(id)}/files/${enc(name)}`,
  eventsAddress: () => `${ROOT}/events`,
}
