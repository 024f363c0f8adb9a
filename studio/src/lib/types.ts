// Short names for the shapes of the HTTP contract. `npm run client` makes them from openapi.json, which the server's own code makes.

import type { components } from './schema'

export type Schemas = components['schemas']

export type Diagnostic = Schemas['DiagnosticView']
export type Problem = Schemas['Problem']

export type Change = Schemas['ChangeView']
export type ScenarioRow = Schemas['ScenarioView']
export type Corridor = Schemas['CorridorView']

export type Status = Schemas['EvidenceStatus']
export type EvidenceView = Schemas['EvidenceView']
export type InputView = Schemas['InputView']

export type Network = Schemas['NetworkView']
export type Mode = Link['mode']
export type Link = Schemas['LinkView']
export type Facility = Schemas['FacilityView']
export type Stage = Schemas['StageView']
export type StepView = Schemas['StepView']
export type Shares = Schemas['WayView']['share']
export type Service = Schemas['ServiceView']
export type Yearly = Schemas['YearlyView']
export type Season = Schemas['SeasonView']
export type Leg = Schemas['LegView']
export type Who = Schemas['Who']

export type FileRow = Schemas['FileView']
export type Conflict = Schemas['ConflictView']
export type Written = Schemas['WrittenView']
export type Value = Schemas['ChangedValue']

export type Study = Schemas['StudyView']
export type StudyKind = Schemas['StudyKind']
export type StudyRequest = Schemas['StudyRequest']
export type Language = NonNullable<StudyRequest['lang']>

/** News of the server by the name of the event. */
export type News = { [N in Schemas['News'] as N['event']]: N['data'] }
