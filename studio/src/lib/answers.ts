// What a finished study answers. The other kinds answer as the command of their name does with --json.

import type { Status } from './types'

export interface Measure {
  name: string
  scope: string
  /** Empty for all directions, and for stages, which know none. */
  direction: string
  class: string
  unit: string
  mean: number | null
  half_width: number | null
  level: number
  quantiles?: { p50: number; p90: number; p95: number } | null
  quantile_half_widths?: { p50: number; p90: number; p95: number } | null
}

export interface Results {
  model: { name: string; hash: string }
  scenario: string
  seed: number
  replications: number
  from: string
  to: string
  measures: Measure[]
  diagnostics: Note[]
}

export interface Station {
  scope: string
  direction: string
  title: string
  queue_vehicles: number[]
  occupied_lanes: number[]
  open_lanes: number[]
}

export interface Series {
  daily: { direction: string; mean: number[]; half_width: number[] }[]
  stations: Station[]
  wait_by_hour_of_week: { direction: string; wait_min: (number | null)[] }[]
  door_to_door: { direction: string; class: string; upper_h: number[]; share: number[] }[]
}

export interface RunAnswer {
  results: Results
  series: Series
  /** The days of the window, ISO. */
  days: string[]
  journey: Journey
}

export interface Figure {
  mean: number
  half_width?: number | null
}

export interface Stop {
  scope: string
  title: string
  from_km: number | null
  to_km: number | null
  visits: Figure
  time_h: Figure
  service_h: Figure
  virtual_h: Figure
  yard_h: Figure
  physical_h: Figure
  blocked_h: Figure
  cost?: Figure | null
}

export interface Way {
  direction: string
  class: string
  grows: boolean
  door_to_door_h: Figure | null
  stops: Stop[]
}

export interface Journey {
  ways: Way[]
}

export interface Note {
  severity: string
  code: string
  scope: string
  message: string
  values?: Record<string, { text?: string; number?: string; date?: string; place?: string[] }>
}

export type Verdict = 'changed' | 'no_change_seen' | 'cannot_tell'

export interface ComparisonRow {
  name: string
  scope: string
  direction: string
  class: string
  unit: string
  a: number | null
  b: number | null
  difference: number | null
  half_width: number | null
  verdict: Verdict
}

export interface Comparison {
  a: { scenario: string; title: string; from: string; to: string }
  b: { scenario: string; title: string; from: string; to: string }
  seed: number
  replications: number
  level: number
  rows: ComparisonRow[]
  diagnostics: Note[]
}

export interface RestsOn {
  scenario: string
  scenario_title: string
  from: string
  to: string
  zone: string
  seed: number
  replications: number
  level: number
  evidence: Record<Status | 'without', number>
}

export interface Effect {
  difference: number | null
  half_width: number | null
}

export interface BottleneckRow {
  kind: string
  group: 'resource' | 'side' | 'process' | 'demand'
  path: string
  scope: string
  title: string
  from: string
  to: string
  evidence: Status | null
  replications: number
  verdict: 'gains' | 'loses' | 'no_change_seen' | 'cannot_tell'
  crossings_per_day: Effect
  p90_h: Effect
  vehicle_hours_per_year: Effect
  waiting_hours_per_year: Effect
}

export interface Where {
  scope: string
  title: string
}

export interface Bottleneck {
  rests_on: RestsOn
  by: string
  base: { crossings_per_day: Figure; arrivals_per_day: Figure; vehicle_hours_per_year: Figure; waiting_hours_per_year: Figure }
  limit: 'demand' | 'resource' | 'unclear'
  demand: { arrivals_per_day: Figure; crossings_per_day: Figure } | null
  best: { row: number; not_told_apart: number[] } | null
  rows: BottleneckRow[]
  chain: { at: Where; cause: string; held: { at: Where; waits_for: Where; hours_per_day: Figure; vehicles: Figure }[] }[]
}

export interface Sustained {
  direction: string
  outcome: 'enclosed' | 'beyond' | 'none_keeps' | 'unclear'
  per_day: number | null
  low_per_day: number
  high_per_day: number | null
  today_per_day: number
  fluid: { per_day: number; scope: string; title: string } | null
  limit: { kind: 'time' | 'carried' | 'growth'; title: string; direction: string; passengers: boolean } | null
  tested: { per_day: number }[]
}

export interface Frontier {
  between: 'directions' | 'classes'
  axes: { name: string; today_per_day: number }[]
  points: { share: number[]; sustained: Sustained }[]
}

export interface Capacity {
  rests_on: RestsOn
  standard_text: string
  most_replications: number
  capacities: Sustained[]
  frontiers: Frontier[]
}

export interface SensitivityEffect {
  input: number
  weight: 'decides' | 'little' | 'rest'
  mean: number
  mean_absolute: number
  mean_absolute_half_width: number | null
  real: boolean
  first: { value: number; low: number; high: number } | null
  total: { value: number; low: number; high: number } | null
  at_low: Spread | null
  at_high: Spread | null
}

export interface Spread {
  mean: number | null
  half_width: number | null
}

export interface SensitivityAnswer {
  asked: { measure: string; statistic: string; scope: string; direction: string; unit: string }
  written: Spread
  mean: Spread | null
  deviation: Spread | null
  rows: SensitivityEffect[]
  rest: { inputs: number; total: { value: number; low: number; high: number } } | null
}

export interface Sensitivity {
  rests_on: RestsOn
  runs: number
  inputs: { path: string; status: Status; low: string; high: string; written: string; parts: number }[]
  fixed: { path: string; status: Status; mistake: string | null }[]
  set_aside: number[]
  answers: SensitivityAnswer[]
}

export interface Programme {
  seed: number
  draws: number
  year: number | null
  projects: ProjectRow[]
}

export interface ProjectRow {
  name: string
  title: string
  owner: string
  status: string
  planned: string | null
  opens: string | null
  months_late: number | null
  outlook: {
    p10: string
    p50: string
    p90: string
    chance_as_announced: number
    chance_by_year: number
    years: { year: number; chance: number }[]
  } | null
  cost: { amount: number; currency: string } | null
  milestones_done: number
  milestones: { date: string; title: string; done: boolean }[]
  changes: { path: string; before: string; after: string }[]
}
