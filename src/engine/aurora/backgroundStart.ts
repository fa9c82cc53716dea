/**
 * When the background work of storage nodes (2017 §3.3, steps 5 to 8) first has something to do. A
 * page has its code by then: it plays no further before that has come.
 */
import type { Setup } from '../contract/scenario.ts'
import type { Micros } from '../contract/units.ts'

/** Infinity where there is none: switched off, or a page store of several writers. */
export function backgroundStart({ parameters, topology }: Setup): Micros {
  if (parameters['storage.background'] === 0 || topology === 'multi-master') return Infinity
  return Math.min(
    parameters['storage.backupPeriod'],
    parameters['storage.gcPeriod'],
    parameters['storage.scrubPeriod'],
  )
}
