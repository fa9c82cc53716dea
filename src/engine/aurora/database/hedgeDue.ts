/**
 * The hedge: a read that takes too long is also sent to another segment, never the one asked
 * before, and the first answer wins (2018 §3.1). The paper looks at its list of reads while doing
 * other I/O; here a timer does. The silent segment counts as having taken that long
 * (*assumption*), so that it is not asked first for ever. Rule D10.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { type Context, skipFact, tell } from '../context.ts'
import { eventKind } from '../eventKind.ts'
import type { PageReads } from '../instance.ts'
import { askSegment } from './askSegment.ts'
import { chooseSegment, noteReadLatency } from './chooseSegment.ts'
import { hedgeAfter, hedgeWithin } from './hedgeAfter.ts'
import { startReading } from './readPage.ts'

export function hedgeDue(ctx: Context, instance: number, read: number, number: number): void {
  const { world } = ctx
  const { reads, groups } = world.instances[instance]!.memory
  if (reads.number[read] !== number) return
  const known = groups[reads.group[read]!]!
  const silent = lastAsked(reads, read)
  const waited = world.now - Math.max(reads.startedAt[read]!, reads.secondAt[read]!)
  if (silent >= 0)
    noteReadLatency(world, known, silent, Math.max(waited, known.readLatency[silent]!))
  const slot = chooseSegment(known, reads.point[read]!, reads.asked[read]!)
  reads.secondAt[read] = world.now
  if (slot < 0) {
    startReading(ctx, instance, read)
    return
  }
  reads.secondSlot[read] = slot
  hedge(ctx, instance, read)
  const lookAt = world.now + Math.max(hedgeAfter(world, known, slot), hedgeWithin(world, waited))
  schedule(world.queue, lookAt, eventKind.hedge, instance * 65_536 + read, number)
}

function lastAsked(reads: PageReads, read: number): number {
  return reads.secondSlot[read]! >= 0 ? reads.secondSlot[read]! : reads.firstSlot[read]!
}

function hedge(ctx: Context, instance: number, read: number): void {
  const { world } = ctx
  const { reads } = world.instances[instance]!.memory
  world.totals.hedged++
  if (ctx.isListening) {
    const { segments } = world.groups[reads.group[read]!]!
    ctx.cause = tell(ctx, 'ReadHedged', {
      read: reads.number[read]!,
      page: reads.page[read]!,
      segment: segments[reads.secondSlot[read]!]!.id,
      afterMicros: world.now - reads.startedAt[read]!,
    })
  } else ctx.cause = skipFact(ctx)
  askSegment(ctx, instance, read, reads.secondSlot[read]!)
}
