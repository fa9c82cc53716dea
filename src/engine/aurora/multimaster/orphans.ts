/**
 * A tentative change whose writer died before a verdict is decided by the members: kept if a write
 * set holds it or, without a rival, may hold it; cancelled if none can; and left open while a rival
 * is in flight too. The order of these rules is an *assumption*. Rules T17, T18.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import type { Context } from '../context.ts'
import { runningBits } from '../status/reachability.ts'
import { isSatisfied } from '../storage/quorum.ts'
import type { World } from '../world.ts'
import { cancelTentative, keepForGood } from './copies.ts'
import { noteAccepted } from './mmCache.ts'
import { mmEventKind } from './mmEventKind.ts'
import { isPrivate, mmOf } from './mmPlaces.ts'
import { type MmProposal, reason, verdict } from './multiMaster.ts'
import { recordAt } from './ownLog.ts'
import { addChange } from './rowChanges.ts'
import { liveTransaction } from './wake.ts'

const members = 0b111111

export function orphan(world: World, proposal: MmProposal): void {
  proposal.verdict = verdict.orphaned
  watchOrphan(world, proposal)
}

function watchOrphan(world: World, { number }: MmProposal): void {
  const row = number % mmOf(world).proposals.length
  const at = world.now + world.parameters['multiMaster.tentativeTtl']
  schedule(world.queue, at, mmEventKind.tentativeDue, row, number)
}

/** T17: after the time to live, unless its owner is back and has decided it. */
export function tentativeDue(ctx: Context, row: number, number: number): void {
  const proposal = mmOf(ctx.world).proposals[row]
  if (proposal?.number !== number || proposal.verdict !== verdict.orphaned) return
  ctx.cause = proposal.fact
  if (!decideOrphan(ctx, proposal)) watchOrphan(ctx.world, proposal)
}

/** T18: true when it is decided now. */
export function decideOrphan(ctx: Context, proposal: MmProposal): boolean {
  const { world } = ctx
  const { write } = world.groups[proposal.group]!
  const running = runningBits(world, world.groups[proposal.group]!)
  const record = recordAt(mmOf(world).writers[proposal.writer]!, proposal.lsn)
  const held = (record?.heldBy ?? 0) & running
  const mayHold = held | (members & ~running)
  const canStay = held !== 0 && isSatisfied(write, mayHold)
  if (!isSatisfied(write, held) && canStay && hasRival(world, proposal, running)) return false
  if (canStay) keep(ctx, proposal, running)
  else cancel(world, proposal, running)
  return true
}

/** Another change of the same base is in flight at a member. */
function hasRival(world: World, { page, number }: MmProposal, running: number): boolean {
  const mm = mmOf(world)
  if (isPrivate(mm, page)) return false
  for (let slot = 0; slot < mm.tentatives.length; slot++) {
    const holder = mm.tentatives[slot]![page]!
    if ((running >>> slot) & 1 && holder !== 0 && holder !== number) return true
  }
  return false
}

function keep(ctx: Context, proposal: MmProposal, running: number): void {
  const { world } = ctx
  const mm = mmOf(world)
  const { page, writer, row, base } = proposal
  close(world, proposal, 'accepted')
  for (let slot = 0; slot < mm.versions.length; slot++) {
    if ((running >>> slot) & 1) keepForGood(ctx, proposal, slot)
  }
  const transaction = liveTransaction(world, proposal.slot, proposal.transaction)
  if (!isPrivate(mm, page)) {
    noteAccepted(ctx, proposal)
    mm.writers[writer]!.cache[page] = 0
    mm.writers[writer]!.staleSince[page] = 0
    if (transaction && proposal.reason === reason.user) {
      transaction.changes.push(addChange(world, transaction, row, base + 1))
      transaction.tookMicros.push(0)
    } else if (transaction) transaction.undone++
  }
  if (transaction) transaction.proposal = 0
}

function cancel(world: World, proposal: MmProposal, running: number): void {
  close(world, proposal, 'annulled')
  for (let slot = 0; slot < mmOf(world).versions.length; slot++) {
    if ((running >>> slot) & 1) cancelTentative(world, proposal, slot)
  }
  const transaction = liveTransaction(world, proposal.slot, proposal.transaction)
  if (transaction) transaction.proposal = 0
}

function close(world: World, proposal: MmProposal, state: 'accepted' | 'annulled'): void {
  proposal.verdict = state === 'accepted' ? verdict.accepted : verdict.refused
  proposal.decidedAt = world.now
  const record = recordAt(mmOf(world).writers[proposal.writer]!, proposal.lsn)
  if (record) record.state = state
}
