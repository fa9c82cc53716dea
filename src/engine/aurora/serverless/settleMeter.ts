/**
 * Brings the meter up to now: before anything that is reported changes or the volume grows, and
 * each second. Paused and resuming instances report nothing. Rules B1, B3 and B5.
 */
import { addCapacity } from '../billing/meter.ts'
import type { World } from '../world.ts'

export function settleMeter({ groups, serverless, now }: World): void {
  const { meter, capacities } = serverless!
  const elapsed = now - meter.settledAt
  meter.settledAt = now
  if (elapsed === 0) return
  meter.groupMicros += groups.length * elapsed
  for (const { reported, state } of capacities) {
    addCapacity(meter, reported, elapsed)
    if (state === 'paused') meter.pausedMicros += elapsed
  }
}
