/**
 * Multi-Master: a group of page changes is accepted on all its pages or on none, in all protection
 * groups that it touches, and a copy takes all of its pages at once (rule C20).
 */
import { mmOf, slots } from '../aurora/multimaster/mmPlaces.ts'
import { type MmPart, type MmProposal, verdict } from '../aurora/multimaster/multiMaster.ts'
import { recordAt } from '../aurora/multimaster/ownLog.ts'
import { proposalOf } from '../aurora/multimaster/proposals.ts'
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'
import { acceptedNow, copiedNow } from './pagesNow.ts'

const id = 'groupIsWhole'

export const groupIsWhole: Law<null> = {
  id,
  rule: 'C20',
  watches: ['hasAccepted', 'hasCopied'],
  remember: () => null,
  after: ({ world }) =>
    firstBroken(world, acceptedNow(world)) ?? firstBroken(world, copiedNow(world)),
  sweep(world) {
    for (const proposal of mmOf(world).proposals) {
      const broken = proposal.number > 0 ? check(world, proposal) : null
      if (broken) return broken
    }
    return null
  },
}

/** The groups that made the newest versions of these pages. */
function firstBroken(world: World, pages: readonly number[]): Broken | null {
  const mm = mmOf(world)
  let last = 0
  for (const page of pages) {
    const number = mm.pages.lastProposal[page]!
    if (number === last) continue
    last = number
    const proposal = proposalOf(mm, number)
    const broken = proposal && check(world, proposal)
    if (broken) return broken
  }
  return null
}

function check(world: World, proposal: MmProposal): Broken | null {
  const { number, pages, parts } = proposal
  if (pages.length < 2 || proposal.verdict !== verdict.accepted) return null
  for (const change of pages) {
    if (!isAccepted(world, proposal, change)) return brokenAt(number, change.page)
  }
  for (const part of parts) {
    const page = halfTaken(world, part)
    if (page >= 0) return brokenAt(number, page)
  }
  return null
}

function brokenAt(proposal: number, page: number): Broken {
  return { law: id, key: `law.${id}`, parameters: { proposal, page } }
}

function isAccepted(world: World, { writer }: MmProposal, change: MmProposal['pages'][number]) {
  const mm = mmOf(world)
  const record = recordAt(mm.writers[writer]!, change.lsn)
  const isIn = record === null || record.state === 'accepted' || record.state === 'committed'
  const version = mm.pages.version[change.page]
  return isIn && (version === undefined || version > change.base)
}

/** A page that some copy has not taken while it has another one of the group; -1 = none. */
function halfTaken(world: World, part: MmPart): number {
  if (part.pages.length < 2) return -1
  for (let slot = 0; slot < slots; slot++) {
    const page = halfTakenAt(world, part, slot)
    if (page >= 0) return page
  }
  return -1
}

function halfTakenAt(world: World, { pages }: MmPart, slot: number): number {
  const { sharedPages, versions } = mmOf(world)
  let lacking = -1
  let hasTaken = false
  for (const { page, base } of pages) {
    if (page >= sharedPages) continue
    if (versions[slot]![page]! <= base) lacking = page
    else hasTaken = true
  }
  return hasTaken ? lacking : -1
}
