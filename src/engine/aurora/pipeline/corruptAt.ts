/**
 * A page that has been damaged on a segment's disk. The bytes of pages are not kept in this model:
 * a damaged page is one whose checksum does not fit (P9).
 */
import type { Segment, World } from '../world.ts'
import { seenLane } from './laneOf.ts'
import type { CorruptPage } from './pipeline.ts'

export function corruptAt(world: World, segment: Segment, page: number): CorruptPage | null {
  const corrupt = seenLane(world, segment)?.corrupt ?? []
  for (let index = 0; index < corrupt.length; index++) {
    if (corrupt[index]!.page === page) return corrupt[index]!
  }
  return null
}

/** By hand, or because the node has got a sound copy. */
export function forgetDamage(world: World, segment: Segment, page: number): void {
  const lane = seenLane(world, segment)
  if (lane) lane.corrupt = lane.corrupt.filter(corrupt => corrupt.page !== page)
}
