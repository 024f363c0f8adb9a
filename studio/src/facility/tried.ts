// What changes that are not written yet would make of a stage.

import type { Stage, Value } from '../lib/types'

/** The number of lanes that the changes give a stage, where they do. */
export function triedLanes(stage: Pick<Stage, 'lanes' | 'values'>, changes: readonly Value[]): number | null {
  const path = stage.values.find((value) => value.path.endsWith('.lanes'))?.path
  const change = changes.find((one) => one.path === path)
  const lanes = change !== undefined && /^\d+$/.test(change.value) ? Number(change.value) : null
  return lanes === stage.lanes ? null : lanes
}
