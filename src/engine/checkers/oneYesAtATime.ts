/**
 * Multi-Master: a copy says yes at most once for a page and its base, unless the change it said
 * yes to was cancelled (rule C15).
 */
import { mmOf } from '../aurora/multimaster/mmPlaces.ts'
import { type MmProposal, verdict } from '../aurora/multimaster/multiMaster.ts'
import { proposalOf } from '../aurora/multimaster/proposals.ts'
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'
import { allSlots, copiedNow, slotsNow } from './pagesNow.ts'

const id = 'oneYesAtATime'

/** By slot and page: the change that it said yes to last. */
interface Said {
  yes: number[][]
}

export const oneYesAtATime: Law<Said> = {
  id,
  rule: 'C15',
  watches: ['hasCopied'],
  remember: world => ({ yes: mmOf(world).tentatives.map(copy => Array.from(copy)) }),
  after({ world, touched }, said) {
    const slots = slotsNow(touched)
    for (const page of copiedNow(world)) {
      const broken = check(world, said, page, slots)
      if (broken) return broken
    }
    return null
  },
  sweep(world, said) {
    for (let page = 0; page < mmOf(world).sharedPages; page++) {
      const broken = check(world, said, page, allSlots)
      if (broken) return broken
    }
    return null
  },
}

function check(world: World, said: Said, page: number, slots: number): Broken | null {
  const mm = mmOf(world)
  for (let slot = 0; slot < said.yes.length; slot++) {
    if (((slots >>> slot) & 1) === 0) continue
    const one = said.yes[slot]![page] ?? 0
    const other = mm.tentatives[slot]![page]!
    if (other === 0 || other === one) continue
    said.yes[slot]![page] = other
    if (isSameBase(world, page, one, other)) {
      return { law: id, key: `law.${id}`, parameters: { page, slot, one, other } }
    }
  }
  return null
}

function isSameBase(world: World, page: number, one: number, other: number): boolean {
  const mm = mmOf(world)
  const before = proposalOf(mm, one)
  const now = proposalOf(mm, other)
  if (before === null || now === null || before.verdict === verdict.refused) return false
  return baseOf(before, page) === baseOf(now, page)
}

function baseOf({ pages }: MmProposal, page: number): number {
  return pages.find(its => its.page === page)!.base
}
