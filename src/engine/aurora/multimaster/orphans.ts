/**
 * A tentative change whose writer died before a verdict is decided by the members, or by the
 * recovery of its writer: what the copies know of it is put together here, and the verdict carried
 * out. The order of the rules is an *assumption*. Rules T17, T18.
 */
import type { Context } from '../context.ts'
import { isSatisfied } from '../storage/quorum.ts'
import type { World } from '../world.ts'
import { noteAccepted } from './mmCache.ts'
import { isPrivate, mmOf } from './mmPlaces.ts'
import { type MmPart, type MmProposal, reason, verdict } from './multiMaster.ts'
import { closeRecords, recordAt } from './ownLog.ts'
import { addChange } from './rowChanges.ts'
import { tellTyped } from './tellTyped.ts'
import { liveTransaction } from './wake.ts'

/** What a copy knows of its part of a change. `behind`: it must catch up before it can say. */
export const knows = { nothing: 0, yes: 1, rival: 2, newer: 3, behind: 4 } as const

const members = 0b111111

/** T18: as it stands on this copy's disk. */
export function knowledgeOf(world: World, its: MmProposal, part: MmPart, slot: number): number {
  const mm = mmOf(world)
  const shared = part.pages.filter(({ page }) => !isPrivate(page))
  const record = recordAt(mm.writers[its.writer]!, part.pages[0]!.lsn)
  const isHeld = (((record?.heldBy ?? 0) >>> slot) & 1) === 1
  if (shared.some(({ page, base }) => mm.versions[slot]![page]! > base)) return knows.newer
  if (shared.some(({ page, base }) => mm.versions[slot]![page]! < base)) return knows.behind
  const holders = shared.map(({ page }) => mm.tentatives[slot]![page]!)
  if (holders.some(holder => holder !== 0 && holder !== its.number)) return knows.rival
  return isHeld && holders.every(holder => holder === its.number) ? knows.yes : knows.nothing
}

/** What is known of one part: bits of slots. */
export interface Known {
  yes: number
  /** Answered that they have it not, and will not take it any more. */
  no: number
  rival: number
}

export type Because = 'writeSet' | 'noWriteSet' | 'mayHold' | 'mayNot'

export interface Verdict {
  isKept: boolean
  because: Because
}

/**
 * T18: kept if a write set holds every part; cancelled if of one part none can any more, or if
 * nobody has it; open while a rival is in flight or less than a read set has answered; else kept,
 * since those that are silent may hold it. `isLate`: the silent have had their time.
 */
export function verdictOn(
  world: World,
  { parts }: MmProposal,
  known: readonly Known[],
  isLate: boolean,
): Verdict | null {
  const write = (index: number, bits: number) =>
    isSatisfied(world.groups[parts[index]!.group]!.write, bits)
  const read = (index: number, bits: number) =>
    isSatisfied(world.groups[parts[index]!.group]!.read, bits)
  if (known.every(({ yes }, index) => write(index, yes))) {
    return { isKept: true, because: 'writeSet' }
  }
  if (known.some(({ no, rival }, index) => !write(index, members & ~(no | rival)))) {
    return { isKept: false, because: 'noWriteSet' }
  }
  if (!isLate || known.some(({ rival }) => rival !== 0)) return null
  if (known.some(({ yes, no }, index) => !read(index, yes | no))) return null
  const isSeen = known.every(({ yes }) => yes !== 0)
  return isSeen ? { isKept: true, because: 'mayHold' } : { isKept: false, because: 'mayNot' }
}

/** T18: the change stands, or it never was; carried out at the writer's books, not at copies. */
export function carryOut(ctx: Context, proposal: MmProposal, isKept: boolean): void {
  const { world } = ctx
  proposal.verdict = isKept ? verdict.accepted : verdict.refused
  proposal.decidedAt = world.now
  closeRecords(world, proposal, isKept ? 'accepted' : 'annulled')
  if (isKept) makeNewest(ctx, proposal)
  const how = { isAccepted: isKept, isOrphaned: true }
  if (proposal.isTyped) tellTyped(ctx, proposal, how)
  else noteAtTransaction(world, proposal, isKept)
}

function makeNewest(ctx: Context, proposal: MmProposal): void {
  const { cache, staleSince } = mmOf(ctx.world).writers[proposal.writer]!
  noteAccepted(ctx, proposal)
  for (const { page } of proposal.pages) {
    if (isPrivate(page)) continue
    cache[page] = 0
    staleSince[page] = 0
  }
}

function noteAtTransaction(world: World, proposal: MmProposal, isKept: boolean): void {
  const transaction = liveTransaction(world, proposal.slot, proposal.transaction)
  if (!transaction) return
  if (isKept && proposal.reason === reason.user) {
    transaction.changes.push(addChange(world, transaction, proposal.row, proposal.base + 1))
    transaction.tookMicros.push(0)
  } else if (isKept && proposal.reason === reason.rollback) transaction.undone++
  if (proposal.reason === reason.user && transaction.open > 0) transaction.open--
  transaction.proposal = 0
}
