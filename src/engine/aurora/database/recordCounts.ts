/**
 * How many redo records a change makes: assumptions, since no source prints them. A
 * mini-transaction never needs more room than the allocation limit has. Rule L2.
 */
import type { ParameterValues } from '../../contract/parameters.ts'

export function recordsPerRow(parameters: ParameterValues): number {
  return Math.min(parameters['instance.redoPerRow'], parameters['storage.lsnAllocationLimit'])
}

export function recordsPerCommit(parameters: ParameterValues): number {
  return Math.min(parameters['instance.redoPerCommit'], parameters['storage.lsnAllocationLimit'])
}
