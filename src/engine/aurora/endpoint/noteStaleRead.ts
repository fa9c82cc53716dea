/** Reads that missed what had been acknowledged before they began, counted once a transaction. */
import type { Micros } from '../../contract/units.ts'
import type { World } from '../world.ts'

/** `ageMicros`: how long before it began the oldest commit that it missed was acknowledged. */
export function noteStaleRead({ applications }: World, index: number, ageMicros: Micros): void {
  const application = applications[index]!
  application.staleReads++
  application.worstStaleMicros = Math.max(application.worstStaleMicros, ageMicros)
}
