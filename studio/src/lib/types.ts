// The shapes of the HTTP API of `portway serve`, as its OpenAPI at /api/openapi.json has them.

export type Language = 'en' | 'zh' | 'ru'

export interface Label {
  file: string
  line: number
  column: number
  text: string
  primary: boolean
}

export interface Diagnostic {
  severity: 'error' | 'warning'
  code: string
  message: string
  help: string | null
  labels: Label[]
}

export interface Problem {
  title: string
  hint: string
  diagnostics: Diagnostic[]
}

export interface Change {
  path: string
  from: string | null
  before: string
  after: string
}

export interface ScenarioRow {
  name: string
  title: string
  base: string | null
  from: string
  to: string
  parts: string[] | null
  changes: Change[]
  file: string
}

export interface Corridor {
  name: string
  title: string
  hash: string
  zone: string
  default_scenario: string | null
  scenarios: ScenarioRow[]
  diagnostics: Diagnostic[]
  version: string
  /** Zones of its places, the corridor's own first. */
  zones: string[]
}

export type Status = 'observed' | 'design' | 'derived' | 'assumption'

export interface EvidenceView {
  status: Status
  source: string
  /** Lowest and highest plausible value, as written; empty for none. */
  low: string
  high: string
  note: string
}

export interface InputView {
  path: string
  label: string
  value: string
  scenario_value: boolean
  /** Other values from later days of the scenario on. */
  later: [date: string, value: string][]
  evidence: EvidenceView | null
}

export interface Named {
  name: string
  title: string
}

export interface Node extends Named {
  country: string
  zone: string
  longitude: number | null
  latitude: number | null
}

export type Mode = 'road' | 'rail' | 'water' | 'air' | 'cable' | 'ice'

export interface Link extends Named {
  from: string
  to: string
  one_way: boolean
  border: boolean
  length_m: number
  travel_min: number
  storage_vehicles: number | null
  flow_capacity_per_h: number | null
  hours: string | null
  seasons: string[]
  /** The part of the corridor that it belongs to; empty for none. */
  part: string
  mode: Mode
  values: InputView[]
}

export interface Stage extends Named {
  kind: 'control' | 'holding' | 'appointments'
  step: string | null
  lanes: number | null
  room: number | null
  hours: string | null
  seasons: string[]
  values: InputView[]
}

export type StepView =
  | { kind: 'visit'; stage: string; share: Shares }
  | { kind: 'group'; steps: StepView[]; share: Shares }
  | { kind: 'one-of'; ways: { share: Shares; steps: StepView[] }[] }
  | { kind: 'back-to'; stage: string; share: Shares }

/** Part of the vehicles of each class that a step concerns; a class that is not named has none. */
export type Shares = Record<string, number>

export interface Facility extends Named {
  node: string
  bcp: string | null
  stages: Stage[]
  processes: { direction: string; steps: StepView[] }[]
}

export interface Service extends Named {
  class: string
  from: string
  to: string
  forward: string
  back: string | null
  fleet: number | null
  departures: 'timetable' | 'every' | 'when-full'
  seats: number
  hours: string | null
  seasons: string[]
  /** Links on the way. */
  links: string[]
  values: InputView[]
}

export interface Calendar extends Named {
  zone: string
  /** Open spans of Monday to Sunday: minutes after midnight, the end excluded. */
  weekly: [number, number][][]
  values: InputView[]
}

/** A day of every year: the usual one, and those that are known. */
export interface Yearly extends Named {
  month: number
  day: number
  known: string[]
}

export interface Season extends Named {
  from: Yearly
  to: Yearly
}

export interface Leg {
  kind: 'facility' | 'link' | 'service'
  name: string
  reversed: boolean
}

export interface Route extends Named {
  direction: string
  legs: Leg[]
}

export interface Flow extends Named {
  class: string
  routes: string[]
  direction: string
  owner: string | null
  values: InputView[]
}

export interface Project extends Named {
  owner: string | null
  status: string
  planned: string | null
  opens: string | null
  milestones: { date: string; title: string; done: boolean }[]
}

/** Who crosses: a number of people and lorries together would say nothing to anybody. */
export type Who = 'people' | 'vehicles'

export interface Network {
  scenario: ScenarioRow
  directions: Named[]
  classes: Named[]
  /** Classes that results tell of together, people first; empty where all traffic is vehicles. */
  groups: { who: Who; class: string }[]
  nodes: Node[]
  links: Link[]
  facilities: Facility[]
  services: Service[]
  calendars: Calendar[]
  seasons: Season[]
  routes: Route[]
  flows: Flow[]
  projects: Project[]
}

export interface FileRow {
  name: string
  bytes: number
  etag: string
}

export interface Saved {
  etag: string
  hash: string
  diagnostics: Diagnostic[]
  diff: string
}

export interface Conflict {
  title: string
  hint: string
  etag: string
  text: string
  diff: string
}

export interface Written {
  hash: string
  file: string
  /** The state of the file after it was written. */
  etag: string
  diff: string
  diagnostics: Diagnostic[]
}

export interface Value {
  path: string
  value: string
}

export type StudyKind = 'run' | 'compare' | 'bottleneck' | 'capacity' | 'sensitivity' | 'programme' | 'animate'

export interface StudyRequest {
  kind: StudyKind
  scenarios: { name: string; changes: Value[] }[]
  from: string | null
  to: string | null
  replications: number | null
  seed: number | null
  lang: Language
  /** The service standard of capacity, such as `P90 wait <= 4 h`. */
  standard?: string | null
}

export interface Study {
  id: string
  kind: StudyKind
  state: 'queued' | 'running' | 'finished' | 'failed' | 'cancelled'
  request: StudyRequest
  created: string
  title: string
  done: number
  total: number
  seconds_left: number | null
  seconds: number | null
  problem: Problem | null
  command: string
  /** The texts that it rests on; another hash than the corridor's means that they have changed since. */
  hash: string
}
