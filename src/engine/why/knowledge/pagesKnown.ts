/**
 * With several writers: the pages that an actor has to do with. A writer knows its own cache, the
 * versions that answers and pages read told, and what redo of others brought; a storage node the
 * version on its own disk. A version of −1 was not told; what others have cached nobody tells.
 */
import { mmGroupOf, slots } from '../../aurora/multimaster/mmPlaces.ts'
import { type MmProposal, verdict } from '../../aurora/multimaster/multiMaster.ts'
import { namedPage } from '../../aurora/multimaster/view/namedPage.ts'
import { committedRows, ownedRows } from '../../aurora/multimaster/view/rowsOnPage.ts'
import { isOpen } from '../../aurora/multimaster/proposals.ts'
import type { PageView } from '../../contract/multiMasterView.ts'
import { type Eyes, nodeOf, ownSlot } from './eyes.ts'

const shownAtMost = 12
const untold = -1

/** All those of tables and indexes while there are few, else what was heard of last; by number. */
export function pagesKnown(eyes: Eyes): PageView[] {
  const { firstSystemPage } = eyes.ctx.world.multiMaster!
  const of = firstSystemPage <= shownAtMost ? [...Array(firstSystemPage).keys()] : []
  const at = lastTouched(eyes)
  const touched = [...at.keys()].sort((one, other) => at.get(other)! - at.get(one)! || one - other)
  const chosen = [...new Set([...touched, ...of])].slice(0, shownAtMost)
  return chosen.sort((one, other) => one - other).map(page => pageKnown(eyes, page))
}

function lastTouched(eyes: Eyes): Map<number, number> {
  const at = new Map(eyes.heard.pages.at)
  const { sharedPages } = eyes.ctx.world.multiMaster!
  for (const { pages, sentAt } of ownProposals(eyes)) {
    for (const { page } of pages) {
      if (page < sharedPages) at.set(page, Math.max(sentAt, at.get(page) ?? 0))
    }
  }
  return at
}

function ownProposals({ ctx: { world }, actor }: Eyes): MmProposal[] {
  return world.multiMaster!.proposals.filter(its => its.number > 0 && its.writer === actor)
}

function pageKnown(eyes: Eyes, page: number): PageView {
  const { world } = eyes.ctx
  const { first, ...named } = namedPage(world, page)
  const id = world.instances[eyes.actor]?.id
  const copies = nodeOf(eyes) < 0 ? copiesTold(eyes, page) : ownCopy(eyes, page)
  const version = newestKnown(eyes, page, copies)
  return {
    page,
    ...named,
    group: world.groups[mmGroupOf(world, page)]!.id,
    version,
    lastWriter: writerKnown(eyes, page, version),
    copies,
    caches: world.multiMaster!.writers.map((_, writer) => cacheKnown(eyes, writer, page)),
    owned: ownedRows(world, page, first).filter(({ instance }) => instance === id),
    committed: id === undefined ? [] : committedRows(world, page, first, endKnown(eyes)),
  }
}

/** Ends of its own transactions, and those that redo of others has brought. */
function endKnown({ ctx: { world }, actor }: Eyes): (change: number) => boolean {
  const { changes, writers } = world.multiMaster!
  return change => {
    const writer = changes.writer[change]!
    return writer === actor || changes.endPlace[change]! <= writers[actor]!.received[writer]!
  }
}

/** By the answers, and its own changes that a copy keeps for it. */
function copiesTold(eyes: Eyes, page: number): PageView['copies'] {
  const open = ownProposals(eyes).filter(its => isOpen(its))
  return Array.from({ length: slots }, (_, slot) => ({
    version: eyes.heard.pages.versions.get(page * 8 + slot) ?? untold,
    tentative: open.find(its => isKeptAt(its, page, slot))?.number ?? 0,
  }))
}

function isKeptAt({ parts }: MmProposal, page: number, slot: number): boolean {
  const part = parts.find(({ pages }) => pages.some(its => its.page === page))
  return (((part?.yes ?? 0) >>> slot) & 1) === 1
}

function ownCopy(eyes: Eyes, page: number): PageView['copies'] {
  const { world } = eyes.ctx
  const { versions, tentatives } = world.multiMaster!
  const own = ownSlot(eyes, mmGroupOf(world, page))
  return Array.from({ length: slots }, (_, slot) =>
    slot === own
      ? { version: versions[slot]![page]!, tentative: tentatives[slot]![page]! }
      : { version: untold, tentative: 0 },
  )
}

function newestKnown({ ctx, actor, heard }: Eyes, page: number, copies: PageView['copies']) {
  const cached = ctx.world.multiMaster!.writers[actor]?.cache[page] ?? 0
  const made = heard.pages.made.get(page)?.version ?? 0
  return Math.max(0, cached, made, ...copies.map(({ version }) => version))
}

/** Who made the newest version that it knows of; empty when nobody has told. */
function writerKnown(eyes: Eyes, page: number, version: number): PageView['lastWriter'] {
  const { instances } = eyes.ctx.world
  const made = eyes.heard.pages.made.get(page)
  if (made?.version === version) return instances[made.writer]!.id
  const isOwn = ownProposals(eyes).some(
    its =>
      its.verdict === verdict.accepted &&
      its.pages.some(change => change.page === page && change.base + 1 === version),
  )
  return isOwn ? instances[eyes.actor]!.id : ''
}

/** How old its own is depends on what others have done since; theirs nobody tells. */
function cacheKnown({ ctx, actor }: Eyes, writer: number, page: number) {
  if (writer !== actor) return { page, version: untold, staleMicros: null }
  const version = ctx.world.multiMaster!.writers[writer]!.cache[page]!
  return version > 0 ? { page, version, staleMicros: null } : null
}
