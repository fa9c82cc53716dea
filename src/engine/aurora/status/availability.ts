/**
 * For how long the cluster could commit, and could read: the status was looked at whenever it
 * changed, so what lies between is a sum of lengths. Up to an instant not before the last look.
 */
import type { Micros } from '../../contract/units.ts'
import type { World } from '../world.ts'

export function writeMicrosUntil({ status }: World, at: Micros): Micros {
  return status.writeMicros + (status.isStalled ? 0 : at - status.seenAt)
}

export function readMicrosUntil({ status }: World, at: Micros): Micros {
  return status.readMicros + (status.hasReads ? at - status.seenAt : 0)
}
