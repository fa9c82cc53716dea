/** Multi-Master: the pages of which the present event accepted a version, or changed a copy. */
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
