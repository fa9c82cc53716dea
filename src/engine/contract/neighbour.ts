/**
 * Neighbours of Aurora Multi-Master: other databases in which several nodes write, or that avoid
 * the question. One short script of two sessions is decided by the rule of each: what it looks at,
 * when, and who loses. Only what is published is told; the rest is `unknown`.
 */

export type NeighbourId =
  | 'multiMaster'
  | 'singleMaster'
  | 'dsql'
  | 'galera'
  | 'taurus'
  | 'polardb'
  | 'limitless'

export type NeighbourScriptId = 'sameRow' | 'samePage' | 'crossed' | 'writeSkew'

/** Two sessions, each connected to a node of its own where there are several. */
export type NeighbourSession = 'ann' | 'bob'

export interface NeighbourStep {
  session: NeighbourSession
  do: 'read' | 'write' | 'commit'
  /** Null for a commit. */
  row: number | null
}

/** `lost`: refused, its transaction is rolled back; `skipped`: it had been rolled back before. */
export type StepFate = 'done' | 'lost' | 'skipped' | 'unknown'

/** A step as it went: begun and ended at a tick of the script; ended later = it waited. */
export interface PlayedStep extends NeighbourStep {
  from: number
  to: number
  fate: StepFate
}

export interface NeighbourPlay {
  neighbour: NeighbourId
  script: NeighbourScriptId
  steps: PlayedStep[]
  /** Tick at which the conflict was decided; null = there was none, or it is not known. */
  decidedAt: number | null
}
