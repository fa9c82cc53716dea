/**
 * When the background work of storage nodes (2017 §3.3, steps 5 to 8) first has something to do. A
 * page has its code by then: it plays no further before that has come.
 */
import type { Setup } from '../contract/scenario.ts'
import type { Micros } from '../contract/units.ts'

/**
 * At once where a volume may grow. Infinity in a page store of several writers, where there is
 * none. Switched off, nothing is done but what comes in is counted.
 */
export function backgroundStart({ parameters, topology }: Setup): Micros {
  if (topology === 'multi-master') return Infinity
  if (parameters['storage.pagesPerGroup'] > 0) return 1
  return Math.min(
    parameters['storage.backupPeriod'],
    parameters['storage.gcPeriod'],
    parameters['storage.scrubPeriod'],
  )
}
