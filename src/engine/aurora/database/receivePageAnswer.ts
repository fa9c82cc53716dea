/**
 * A page comes back, or a refusal. The first page wins; a late one still tells how long its
 * segment takes. A refused read goes to another segment. Rules D4, D8, D10, D11.
 */
import { type Context, skipFact, tell } from '../context.ts'
import { tailBits } from '../storage/quorumSets.ts'
import { segmentOn } from '../storage/segment.ts'
import type { Segment } from '../world.ts'
import { askSegment } from './askSegment.ts'
import { cachePage } from './bufferPool.ts'
import { chooseSegment, noteReadLatency } from './chooseSegment.ts'
import { freeRead, readNumbered } from './pageReads.ts'
import { isReadSetHeard } from './quorumRead.ts'
import { runTransaction } from './runTransaction.ts'
import { transactionPhase } from './transactions.ts'

const refusals = ['notComplete', 'notComplete', 'tooOld', 'staleEpoch', 'corrupt'] as const
const tooOld = 2

export function receivePageAnswer(ctx: Context, instance: number, slot: number): void {
  const { world } = ctx
  const { messages } = world.network
  const { status, memory } = world.instances[instance]!
  const group = messages.a[slot]!
  const segment = segmentOn(world, group, messages.from[slot]! - world.instances.length)
  if (status !== 'open' || !segment) return
  const refusal = messages.e[slot]!
  const took = world.now - messages.f[slot]!
  if (refusal === 0) noteReadLatency(world, memory.groups[group]!, segment.slot, took)
  const read = readNumbered(memory.reads, messages.d[slot]!)
  if (read < 0) return
  if (world.parameters['storage.quorumRead'] === 1) {
    if (!isReadSetHeard(ctx, instance, read, { segment, refusal })) return
    takePage(ctx, instance, read, segment)
  } else if (refusal === 0) takePage(ctx, instance, read, segment)
  else askElsewhere(ctx, instance, read, { segment, refusal })
}

/**
 * D11: at once, if there is anybody left; otherwise the hedge timer begins again. F10: who reads
 * at a point that has been collected takes its present one.
 */
function askElsewhere(
  ctx: Context,
  instance: number,
  read: number,
  { segment, refusal }: { segment: Segment; refusal: number },
): void {
  const { reads, groups } = ctx.world.instances[instance]!.memory
  const because = refusals[refusal]!
  ctx.cause = ctx.isListening
    ? tell(ctx, 'ReadRefused', { read: reads.number[read]!, segment: segment.id, because })
    : skipFact(ctx)
  const known = groups[reads.group[read]!]!
  if (refusal === tooOld) reads.point[read] = known.durableLsn
  const slot = chooseSegment(known, reads.point[read]!, reads.asked[read]!)
  if (slot >= 0) askSegment(ctx, instance, read, slot)
}

/** D7: without a frame to put it in, the page is asked for again later. */
function takePage(ctx: Context, instance: number, read: number, segment: Segment): void {
  const { memory } = ctx.world.instances[instance]!
  const { reads } = memory
  if (!cachePage(memory.pool, reads.page[read]!, memory.vdl)) {
    reads.asked[read] = tailBits(ctx.world, segment.group)
    reads.firstSlot[read] = -1
    reads.secondSlot[read] = -1
    return
  }
  ctx.cause = tellReturned(ctx, instance, read, segment)
  const first = reads.transaction[read]!
  freeRead(reads, read)
  wakeTransactions(ctx, instance, first)
}

function wakeTransactions(ctx: Context, instance: number, first: number): void {
  const { transactions } = ctx.world.instances[instance]!.memory
  const returned = ctx.cause
  let txn = first
  while (txn >= 0) {
    const next = transactions.nextWaiting[txn]!
    transactions.nextWaiting[txn] = -1
    transactions.pagesWaiting[txn] = 0
    transactions.phase[txn] = transactionPhase.queued
    ctx.cause = returned
    runTransaction(ctx, instance, txn)
    txn = next
  }
}

function tellReturned(ctx: Context, instance: number, read: number, segment: Segment): number {
  if (!ctx.isListening) return skipFact(ctx)
  const { reads } = ctx.world.instances[instance]!.memory
  return tell(ctx, 'PageReturned', {
    read: reads.number[read]!,
    page: reads.page[read]!,
    segment: segment.id,
    latencyMicros: ctx.world.now - reads.startedAt[read]!,
  })
}
