// What the pages share: the corridor, the scenario that is looked at, the studies, and the news from the server.

import { api, Refusal, straight, Unreachable } from './api'
import { language } from './language.svelte'
import { route, set } from './route.svelte'
import { isStale } from './stale'
import type { Corridor, Network, News, Problem, ScenarioRow, Study, StudyKind, Value } from './types'

const RETRY_MS = [500, 1000, 2000, 5000]

class Studio {
  corridor = $state.raw<Corridor | null>(null)
  network = $state.raw<Network | null>(null)
  studies = $state.raw<Study[]>([])
  problem = $state.raw<Problem | null>(null)
  connected = $state(true)
  /** How often the server came back: who reads it reads again what was missed. */
  returns = $state(0)
  /** What each kind of request was last refused with, so that it takes back its own words only. */
  readonly #told = new Map<string, Problem>()
  /** Answers may overtake each other: one to an older question than what is shown, in the language before, is not taken. */
  #turn = 0
  readonly #shown = new Map<string, number>()
  #retry: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  /** Lists of studies that are on their way, and the news that came since the first of them was asked for. */
  #asking = 0
  #heard: { turn: number; change: (studies: Study[]) => Study[] }[] = []

  /** The scenario in the address, else the corridor's own choice. */
  readonly scenario: ScenarioRow | null = $derived.by(() => {
    const rows = this.corridor?.scenarios ?? []
    const named = (name: string | null | undefined) => rows.find((row) => row.name === name)
    return named(route.query['scenario']) ?? named(this.corridor?.default_scenario) ?? rows[0] ?? null
  })

  readonly active: Study[] = $derived(this.studies.filter((study) => study.state === 'queued' || study.state === 'running'))

  /**
   * The latest finished study of a kind for a scenario as it stands in the folder: over all its days, and without changes that were
   * only tried.
   */
  latest(kind: StudyKind, scenario = this.scenario?.name): Study | null {
    const fits = (study: Study) =>
      study.kind === kind && study.state === 'finished' && study.request.from === null && study.request.to === null &&
      study.request.scenarios.length === 1 && study.request.scenarios[0]?.name === scenario && study.request.scenarios[0]?.changes.length === 0
    return this.studies.find((study) => !this.stale(study) && fits(study)) ?? this.studies.find(fits) ?? null
  }

  /** Whether the folder says something else by now of what the study is about. */
  stale(study: Study): boolean {
    return this.corridor !== null && isStale(study, this.corridor)
  }

  look(scenario: string) {
    set({ scenario, t: null, changed: null })
  }

  async loadCorridor() {
    await this.attempt('corridor', async () => {
      const turn = this.#next()
      const corridor = await api.corridor(language())
      if (this.#newer('corridor', turn)) this.corridor = corridor
    })
  }

  async loadNetwork(scenario: string) {
    await this.attempt('network', async () => {
      const turn = this.#next()
      const network = await api.network(scenario, language())
      if (this.scenario?.name === scenario && this.#newer('network', turn)) this.network = network
    })
  }

  async loadStudies() {
    await this.attempt('studies', async () => {
      const turn = this.#next()
      this.#asking += 1
      try {
        const { studies } = await api.studies()
        if (!this.#newer('studies', turn)) return
        // What was heard since the question is newer than its answer.
        const since = this.#heard.filter((news) => news.turn > turn)
        this.studies = since.reduce((found, { change }) => change(found), studies)
      } finally {
        this.#asking -= 1
        if (this.#asking === 0) this.#heard = []
      }
    })
  }

  async start(kind: StudyKind, scenarios: { name: string; changes: Value[] }[], more: { from?: string; to?: string; replications?: number; seed?: number } = {}) {
    const request = { kind, scenarios, from: null, to: null, replications: null, seed: null, standard: null, ...more, lang: language() }
    return this.attempt('start', async () => {
      const study = await api.start(request)
      // News of it may have been faster than the answer, and say more.
      if (!this.studies.some(({ id }) => id === study.id)) this.take(study)
      return study
    })
  }

  async end(id: string) {
    await this.attempt('end', async () => {
      await api.end(id)
      await this.loadStudies()
    })
  }

  /** Puts news of a study in its place; a new one stands first. */
  take(study: Study) {
    this.#hear((studies) => {
      const known = studies.some((other) => other.id === study.id)
      return known ? studies.map((other) => (other.id === study.id ? study : other)) : [study, ...studies]
    })
  }

  #hear(change: (studies: Study[]) => Study[]) {
    if (this.#asking > 0) this.#heard.push({ turn: this.#next(), change })
    this.studies = change(this.studies)
  }

  /**
   * Listens to the server while the page is seen; after a pause everything is read again. A browser keeps only six connections to
   * one server, so tabs in the background give theirs back.
   */
  listen() {
    let failures = 0
    let events: EventSource | null = null
    const open = () => {
      if (document.hidden || events !== null) return
      events = new EventSource(api.eventsAddress())
      const on = <N extends keyof News>(name: N, hear: (data: News[N]) => void) =>
        events?.addEventListener(name, (event) => hear(JSON.parse(straight(event.data)) as News[N]))
      on('hello', () => {
        failures = 0
        if (this.connected) void this.loadStudies()
        else void this.#again()
      })
      on('study', (study) => this.take(study))
      on('removed', ({ id }) => {
        this.#hear((studies) => studies.filter((study) => study.id !== id))
      })
      const anew = () => {
        void this.loadCorridor()
        void this.loadStudies()
      }
      on('folder', anew)
      on('behind', anew)
      events.onerror = () => {
        close()
        this.connected = false
        setTimeout(open, RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)])
      }
    }
    const close = () => {
      events?.close()
      events = null
    }
    document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()))
    open()
  }

  #next(): number {
    this.#turn += 1
    return this.#turn
  }

  #newer(what: string, turn: number): boolean {
    const newer = turn > (this.#shown.get(what) ?? 0)
    if (newer) this.#shown.set(what, turn)
    return newer
  }

  /** Does what asks the server for something, and shows what goes wrong until the same goes well. */
  async attempt<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      const done = await work()
      this.#reached()
      if (this.problem !== null && this.problem === this.#told.get(what)) this.problem = null
      this.#told.delete(what)
      return done
    } catch (error) {
      if (error instanceof Unreachable) {
        this.connected = false
        // The stream of news may be whole while a request failed, so that no greeting would come; and another request may have gone well.
        this.#retry ??= setTimeout(() => {
          this.#retry = undefined
          void this.#again()
        }, RETRY_MS[Math.min(this.#failures++, RETRY_MS.length - 1)])
        return undefined
      }
      if (error instanceof Refusal) this.#reached()
      const problem = error instanceof Refusal ? error.problem : { title: String(error), hint: '', diagnostics: [] }
      this.#told.set(what, problem)
      this.problem = problem
      return undefined
    }
  }

  #reached() {
    this.#failures = 0
    if (!this.connected) this.returns += 1
    this.connected = true
  }

  async #again() {
    await Promise.all([this.loadCorridor(), this.loadStudies()])
    if (this.connected && this.scenario !== null) await this.loadNetwork(this.scenario.name)
  }
}

export const studio = new Studio()
