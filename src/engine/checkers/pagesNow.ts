/**
 * Multi-Master: the pages of which the present event accepted a version, or changed a copy; and
 * which of the six copies it changed.
 */
import type { Touched } from '../aurora/context.ts'
import { mmOf } from '../aurora/multimaster/mmPlaces.ts'
import type { World } from '../aurora/world.ts'

const none: readonly number[] = []

export function acceptedNow(world: World): readonly number[] {
  const { latest, latestEvent } = mmOf(world).pages
  return latestEvent === world.eventCount ? latest : none
}

export function copiedNow(world: World): readonly number[] {
  const { latestCopied, latestCopiedEvent } = mmOf(world).pages
  return latestCopiedEvent === world.eventCount ? latestCopied : none
}

/** Of six copies, as bits. */
export const allSlots = 63

export function slotsNow({ segments, segmentCount }: Touched): number {
  let slots = 0
  for (let row = 0; row < segmentCount; row++) slots |= 1 << (segments[row]! & 7)
  return slots
}
