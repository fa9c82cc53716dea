/**
 * Multi-Master: accepted versions of a page follow each other without a gap, no copy is ahead of
 * what was accepted, and none goes back (rule C14).
 */
import { mmOf } from '../aurora/multimaster/mmPlaces.ts'
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'
import { acceptedNow, allSlots, copiedNow, slotsNow } from './pagesNow.ts'

const id = 'versionsWithoutGap'

interface Versions {
  accepted: number[]
  copies: number[][]
}

export const versionsWithoutGap: Law<Versions> = {
  id,
  rule: 'C14',
  watches: ['hasAccepted', 'hasCopied'],
  remember(world) {
    const { pages, versions } = mmOf(world)
    return { accepted: [...pages.version], copies: versions.map(copy => [...copy]) }
  },
  after({ world, touched }, versions) {
    for (const page of acceptedNow(world)) {
      const broken = checkAccepted(world, versions, page, 1)
      if (broken) return broken
    }
    const slots = slotsNow(touched)
    for (const page of copiedNow(world)) {
      const broken = checkCopies(world, versions, page, slots)
      if (broken) return broken
    }
    return null
  },
  sweep(world, versions) {
    for (let page = 0; page < mmOf(world).sharedPages; page++) {
      const broken =
        checkAccepted(world, versions, page, Infinity) ??
        checkCopies(world, versions, page, allSlots)
      if (broken) return broken
    }
    return null
  },
}

function checkAccepted(
  world: World,
  versions: Versions,
  page: number,
  most: number,
): Broken | null {
  const before = versions.accepted[page] ?? 1
  const version = mmOf(world).pages.version[page]!
  versions.accepted[page] = version
  if (version >= before && version - before <= most) return null
  return { law: id, key: `law.${id}`, parameters: { page, version, before } }
}

function checkCopies(world: World, versions: Versions, page: number, slots: number): Broken | null {
  const mm = mmOf(world)
  const accepted = mm.pages.version[page]!
  for (let slot = 0; slot < versions.copies.length; slot++) {
    if (((slots >>> slot) & 1) === 0) continue
    const before = versions.copies[slot]![page] ?? 1
    const version = mm.versions[slot]![page]!
    versions.copies[slot]![page] = version
    if (version < before || version > accepted) {
      return { law: id, key: `law.${id}.copy`, parameters: { page, slot, version, accepted } }
    }
  }
  return null
}
