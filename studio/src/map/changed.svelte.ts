// What the scenario on the map changes against another, as the address asks: `changed=2025-05`.

import { answerOf, Loaded } from '../lib/answer.svelte'
import type { Comparison } from '../lib/answers'
import { against, differences, startsFrom, touched, type Touched } from '../lib/changes'
import { language } from '../lib/language.svelte'
import { route, set } from '../lib/route.svelte'
import { studio } from '../lib/state.svelte'
import type { Network, ScenarioRow, Study } from '../lib/types'
import { networkOf } from '../lib/words'
import { turned } from './effects'

export class Changed {
  /** What the scenario is held against: its row, or null for the folder; nothing when the map shows no changes. */
  readonly other: { row: ScenarioRow | null } | null = $derived.by(() => {
    const scenario = studio.network?.scenario
    return scenario === undefined ? null : against(route.query['changed'], scenario, studio.corridor?.scenarios ?? [])
  })
  readonly #network = new Loaded<Network | null>(() => {
    const [name, hash] = [this.other?.row?.name, studio.corridor?.hash]
    return name === undefined || hash === undefined ? null : networkOf(name, hash, language())
  })
  readonly found = $derived(this.other === null || studio.network === null ? null : touched(differences(studio.network.scenario, this.other.row), studio.network, this.#network.value))
  readonly study: Study | null = $derived.by(() => {
    const [own, other] = [studio.network?.scenario.name, this.other?.row?.name]
    if (own === undefined || other === undefined) return null
    const pair = [own, other].sort().join(' ')
    const fits = ({ kind, state, request }: Study) =>
      kind === 'compare' && state !== 'failed' && state !== 'cancelled' && request.from === null && request.to === null && request.scenarios.every(({ changes }) => changes.length === 0) &&
      request.scenarios.map(({ name }) => name).sort().join(' ') === pair
    const all = studio.studies.filter((study) => fits(study) && !studio.stale(study))
    return all.find(({ state }) => state === 'finished') ?? all[0] ?? null
  })
  readonly #comparison = new Loaded<Comparison>(() => {
    const [study, own] = [this.study, studio.network?.scenario.name]
    if (study?.state !== 'finished') return null
    return answerOf<Comparison>(study.id).then((answer) => (study.request.scenarios[0]?.name === own ? turned(answer) : answer))
  })

  /** What results say of the change; the scenario on the map is B. */
  get comparison(): Comparison | null {
    return this.#comparison.value
  }

  /** Whether there is anything to be held against. */
  get possible(): boolean {
    return this.other !== null || (studio.network !== null && startsFrom(studio.network.scenario) !== null)
  }

  toggle() {
    set({ changed: this.other !== null || studio.network === null ? null : startsFrom(studio.network.scenario) })
  }

  of(name: string): Touched | null {
    return this.found?.places.find((place) => place.name === name) ?? null
  }
}
