// Whether the folder says something else by now than it did when a study was asked for.

import type { Corridor, Study, StudyKind } from './types'

/** What these find hangs on more than what scenarios say: on projects, and on the ranges of evidence. */
const OF_THE_FOLDER: StudyKind[] = ['programme', 'sensitivity']

export function isStale(study: Study, corridor: Pick<Corridor, 'hash' | 'scenarios'>): boolean {
  if (study.hash === corridor.hash) return false
  const { digests } = study
  // Studies of earlier versions of Portway have no digests.
  if (OF_THE_FOLDER.includes(study.kind) || digests === undefined || digests.length === 0) return true
  const now = (name: string) => corridor.scenarios.find((row) => row.name === name)?.digest
  return study.request.scenarios.some(({ name }, at) => now(name) !== digests[at])
}
