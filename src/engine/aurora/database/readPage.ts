/**
 * A page read: one segment that is complete for the read point is asked; a quorum is never read
 * in normal running (2018 §3.1). Now and then another one is asked as well, to measure it again.
 * Who needs a page that is already on its way waits for that one. Rules D4, D9.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { below, chance } from '../../kernel/streams.ts'
import { type Context, skipFact, tell } from '../context.ts'
import { eventKind } from '../eventKind.ts'
import { bitCount, bitsAtLeast } from '../storage/quorum.ts'
import { tailBits } from '../storage/quorumSets.ts'
import { askSegment } from './askSegment.ts'
import { chooseSegment } from './chooseSegment.ts'
import { hedgeAfter } from './hedgeAfter.ts'
import { groupOfPage } from './groupOfPage.ts'
import { claimRead, readOfPage } from './pageReads.ts'
import { askReadSet } from './quorumRead.ts'
import { transactionPhase } from './transactions.ts'

export function waitForPage(ctx: Context, instance: number, txn: number, page: number): void {
  const { transactions, reads } = ctx.world.instances[instance]!.memory
  transactions.phase[txn] = transactionPhase.reading
  transactions.pagesWaiting[txn] = 1
  let read = readOfPage(reads, page)
  if (read < 0) read = beginRead(ctx, instance, page)
  transactions.nextWaiting[txn] = reads.transaction[read]!
  reads.transaction[read] = txn
}

/** Without a transaction that waits for it. */
export function requestPage(ctx: Context, instance: number, page: number): void {
  if (readOfPage(ctx.world.instances[instance]!.memory.reads, page) < 0) {
    beginRead(ctx, instance, page)
  }
}

/** D4: the read point is VDL, counted as the group's last LSN at or below it. */
function beginRead(ctx: Context, instance: number, page: number): number {
  const { world } = ctx
  const { memory } = world.instances[instance]!
  const { reads } = memory
  const read = claimRead(reads)
  const group = groupOfPage(world, page)
  reads.page[read] = page
  reads.group[read] = group
  reads.point[read] = memory.groups[group]!.durableLsn
  reads.startedAt[read] = world.now
  startReading(ctx, instance, read)
  return read
}

/**
 * Q10: tails are never asked. Asks the best segment, and another one to measure it; when there is
 * none, looks again later.
 */
export function startReading(ctx: Context, instance: number, read: number): void {
  const { world } = ctx
  const { reads, groups } = world.instances[instance]!.memory
  const known = groups[reads.group[read]!]!
  const tails = tailBits(world, reads.group[read]!)
  const slot = chooseSegment(known, reads.point[read]!, tails)
  reads.asked[read] = tails
  reads.firstSlot[read] = slot
  reads.secondSlot[read] = -1
  if (slot >= 0) {
    ctx.cause = tellRequested(ctx, instance, read)
    askSegment(ctx, instance, read, slot)
    if (world.parameters['storage.quorumRead'] === 1) askReadSet(ctx, instance, read)
    else probe(ctx, instance, read)
  }
  const lookAt = world.now + hedgeAfter(world, known, slot)
  schedule(world.queue, lookAt, eventKind.hedge, instance * 65_536 + read, reads.number[read]!)
}

/** D9: a share of the reads goes to one more complete segment, chosen at random. */
function probe(ctx: Context, instance: number, read: number): void {
  const { world } = ctx
  if (!chance(world.streams.reads, world.parameters['storage.probeRate'])) return
  const { reads, groups } = world.instances[instance]!.memory
  const { sclSeen } = groups[reads.group[read]!]!
  let others = bitsAtLeast(sclSeen, reads.point[read]!) & ~reads.asked[read]!
  if (others === 0) return
  for (let skipped = below(world.streams.reads, bitCount(others)); skipped > 0; skipped--) {
    others &= others - 1
  }
  askSegment(ctx, instance, read, 31 - Math.clz32(others & -others))
}

function tellRequested(ctx: Context, instance: number, read: number): number {
  if (!ctx.isListening) return skipFact(ctx)
  const { reads } = ctx.world.instances[instance]!.memory
  const { segments } = ctx.world.groups[reads.group[read]!]!
  return tell(ctx, 'PageRequested', {
    read: reads.number[read]!,
    page: reads.page[read]!,
    segment: segments[reads.firstSlot[read]!]!.id,
    point: reads.point[read]!,
  })
}
