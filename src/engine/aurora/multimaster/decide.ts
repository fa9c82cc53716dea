/**
 * The verdict on a proposal and what follows from it at the writer: an accepted group is finalized,
 * enters its own cache and goes to the others as redo; a refused one is cancelled, the pages
 * refused are evicted, and its transaction is rolled back. Rules T4, T10–T13.
 */
import type { ConflictCause } from '../../contract/refusals.ts'
import { uniformBelow } from '../../kernel/distributions.ts'
import { type Context, skipFact, tell, touchInstance } from '../context.ts'
import { bitCount } from '../storage/quorum.ts'
import type { World } from '../world.ts'
import { type Conflict, doom, finishCommit } from './endTransaction.ts'
import { unlatchGroup } from './latches.ts'
import { evict, noteAccepted } from './mmCache.ts'
import { isPrivate, mmOf } from './mmPlaces.ts'
import { type MmPageChange, type MmProposal, reason, verdict } from './multiMaster.ts'
import { noteWrite } from './noteHistory.ts'
import { closeRecords, raiseVcl } from './ownLog.ts'
import { noteTypedForPurge, purgeDecided } from './purge.ts'
import { takeFollowers } from './pipeline.ts'
import { sendNow } from './propose.ts'
import { pushRedo } from './redoStream.ts'
import { staysCached } from './staysCached.ts'
import { nameRival, refusedPages } from './rivals.ts'
import { addChange } from './rowChanges.ts'
import { sendFinalize } from './sendFinalize.ts'
import { tellTyped } from './tellTyped.ts'
import { liveTransaction, wake } from './wake.ts'

const longestPauseMicros = 20_000

/** T4, T10. */
export function accept(ctx: Context, proposal: MmProposal): void {
  const { world } = ctx
  const { writer } = proposal
  proposal.verdict = verdict.accepted
  proposal.decidedAt = world.now
  closeRecords(world, proposal, 'accepted')
  ctx.cause = tellAccepted(ctx, proposal)
  proposal.fact = ctx.cause
  sendFinalize(ctx, proposal, true)
  shipShared(ctx, proposal)
  unlatchGroup(world, proposal)
  if (proposal.isTyped && proposal.reason === reason.commit) noteTypedForPurge(world, proposal)
  if (proposal.isTyped) tellTyped(ctx, proposal, { isAccepted: true, isOrphaned: false })
  else if (proposal.reason === reason.purge) purgeDecided(ctx, { writer, isAccepted: true })
  else giveOn(ctx, proposal)
  const { fact } = proposal
  for (const next of takeFollowers(world, proposal)) {
    next.after = next.after.filter(number => number !== proposal.number)
    ctx.cause = next.fact
    if (next.after.length === 0) sendNow(ctx, next)
  }
  ctx.cause = fact
  finishParked(ctx, writer)
}

function tellAccepted(ctx: Context, { number, page, base, parts }: MmProposal): number {
  if (!ctx.isListening) return skipFact(ctx)
  const parameters = { proposal: number, page, version: base + 1, yes: bitCount(parts[0]!.yes) }
  return tell(ctx, 'ProposalAccepted', parameters)
}

/** T3, D13: what others have cached too goes to them; private pages stay here. */
function shipShared(ctx: Context, proposal: MmProposal): void {
  const { writer, transaction, lsn, pages } = proposal
  const changes = pages.filter(its => !isPrivate(its.page)).map(versionOf)
  if (changes.length === 0) return
  noteAccepted(ctx, proposal)
  pushRedo(ctx, writer, { changes, transaction, mark: 0, lsn })
}

function versionOf({ page, base }: MmPageChange): { page: number; base: number } {
  return { page, base }
}

/** The transaction has what it waited for. */
function giveOn(ctx: Context, proposal: MmProposal): void {
  const { world } = ctx
  const { slot } = proposal
  const transaction = liveTransaction(world, slot, proposal.transaction)
  if (!transaction) return
  transaction.fact = proposal.fact
  if (proposal.reason === reason.user) {
    transaction.changes.push(addChange(world, transaction, proposal.row, proposal.base + 1))
    noteWrite(ctx, transaction.serial, proposal.row)
    transaction.tookMicros.push(world.now - proposal.sentAt)
    if (transaction.proposal === proposal.number) {
      transaction.next++
      transaction.state = 'active'
    } else transaction.open--
    wake(world, slot)
  } else if (proposal.reason === reason.rollback) {
    transaction.undone++
    transaction.undoTries = 0
    wake(world, slot)
  } else {
    mmOf(world).writers[proposal.writer]!.parked.push(slot)
  }
  if (transaction.proposal === proposal.number) transaction.proposal = 0
}

/** T12: a commit is acknowledged when the writer's VDL has reached its record. */
export function finishParked(ctx: Context, index: number): void {
  const { world } = ctx
  const mm = mmOf(world)
  const writer = mm.writers[index]!
  const { cause } = ctx
  if (raiseVcl(writer)) {
    touchInstance(ctx, index)
    for (const mechanism of ctx.mechanisms) mechanism.vdlAdvanced?.(ctx, index)
  }
  for (const slot of [...writer.parked]) {
    const transaction = mm.transactions[slot]!
    if (transaction.commitLsn > writer.vdl) continue
    writer.parked.splice(writer.parked.indexOf(slot), 1)
    ctx.cause = transaction.fact
    finishCommit(ctx, slot)
  }
  ctx.cause = cause
}

/** T11, T13. */
export function refuse(ctx: Context, proposal: MmProposal, cause: ConflictCause): void {
  nameRival(ctx.world, proposal, cause)
  turnAway(ctx, proposal, cause)
}

/** T32: with all that builds on it. */
function turnAway(ctx: Context, proposal: MmProposal, cause: ConflictCause): void {
  const { world } = ctx
  const { writer } = proposal
  proposal.verdict = verdict.refused
  proposal.decidedAt = world.now
  proposal.cause = cause
  closeRecords(world, proposal, 'refused')
  ctx.cause = tellRefused(ctx, proposal, cause)
  proposal.fact = ctx.cause
  if (proposal.after.length === 0) sendFinalize(ctx, proposal, false)
  for (const page of refusedPages(proposal)) {
    if (!staysCached(world, writer, page)) evict(ctx, writer, page)
  }
  unlatchGroup(world, proposal)
  if (proposal.isTyped) tellTyped(ctx, proposal, { isAccepted: false, isOrphaned: false })
  else if (proposal.reason === reason.purge) purgeDecided(ctx, { writer, isAccepted: false })
  else turnBack(ctx, proposal)
  for (const next of takeFollowers(world, proposal)) {
    if (next.verdict !== verdict.open) continue
    const { page, base, found, winner, rival, fact } = proposal
    Object.assign(next, { page, base, found, winner, rival })
    ctx.cause = fact
    turnAway(ctx, next, cause)
  }
  ctx.cause = proposal.fact
  finishParked(ctx, writer)
}

/** T13, T14: what undoes never gives up; it pauses, reads the page anew and proposes again. */
function turnBack(ctx: Context, proposal: MmProposal): void {
  const { world } = ctx
  const { slot } = proposal
  const transaction = liveTransaction(world, slot, proposal.transaction)
  if (!transaction) return
  const isWaited = transaction.proposal === proposal.number
  if (isWaited) transaction.proposal = 0
  else transaction.open--
  transaction.fact = proposal.fact
  if (!isWaited && transaction.state === 'rollingBack') {
    wake(world, slot)
    return
  }
  if (proposal.reason !== reason.rollback) {
    doom(ctx, slot, conflictOf(world, proposal))
    return
  }
  transaction.undoTries++
  wake(world, slot, 1 + uniformBelow(world.streams.clients, longestPauseMicros))
}

function conflictOf(world: World, { cause, page, base, found, winner }: MmProposal): Conflict {
  return {
    cause: cause as ConflictCause,
    page,
    base,
    version: found,
    winner: world.instances[winner]?.id ?? '',
  }
}

function tellRefused(ctx: Context, proposal: MmProposal, cause: ConflictCause): number {
  if (!ctx.isListening) return skipFact(ctx)
  const { number, page, base, parts, group, rival } = proposal
  const { yes, no } = parts.find(part => part.group === group)!
  return tell(ctx, 'ProposalRefused', {
    proposal: number,
    page,
    base,
    yes: bitCount(yes),
    no: bitCount(no),
    cause,
    winner: cause === 'noWinner' ? 0 : rival,
  })
}
