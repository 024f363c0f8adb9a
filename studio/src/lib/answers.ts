// Short names for what finished studies answer, from the same description as `types`.

import type { Schemas } from './types'

/** Any of them. The kind of a study says which. */
export type Answer = Schemas['StudyAnswer']

export type Measure = Schemas['Measure']
export type Note = Schemas['Note']
export type RestsOn = Schemas['RestsOn']

export type RunAnswer = Schemas['RunAnswer']
export type Station = Schemas['StationSeries']
export type Way = Schemas['Way']
export type Stop = Schemas['Stop']

export type Comparison = Schemas['Comparison']
export type ComparisonRow = Schemas['ComparisonRow']

export type Bottleneck = Schemas['Bottleneck']
export type BottleneckRow = Schemas['bottleneck.Row']

export type Capacity = Schemas['Capacity']
export type Sustained = Schemas['capacity.Sustained']
export type Frontier = Schemas['capacity.Frontier']

export type Sensitivity = Schemas['Sensitivity']
export type SensitivityAnswer = Schemas['sensitivity.Answer']
export type SensitivityEffect = Schemas['sensitivity.InputEffect']

/** What is read of a programme: one without chances is made of the folder alone. */
export type Programme = Pick<Schemas['Programme'], 'seed' | 'draws' | 'year' | 'projects'>
export type ProjectRow = Schemas['programme.ProjectRow']
