/**
 * The boxcar without a timer to fill it: the first record in a box starts the network operation
 * at once, and what is written before it really leaves goes along; full or not, nobody waits
 * (2018 §2.2). Every batch goes to all members of its group. Rule L9.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { type Context, skipFact, tell } from '../context.ts'
import { eventKind } from '../eventKind.ts'
import { rowOf } from '../storage/redoLog.ts'
import { pushBatch } from './batches.ts'
import { countRedo } from './countRedo.ts'
import { fillBox, isBoxDue } from './groupCommit.ts'
import { lowestAtReaders, lowestReadPointOf } from './lowestReadPointOf.ts'
import { watchBatches } from './resend.ts'
import { sendBatch } from './sendBatch.ts'

/** L9: the next record of the group's chain joins the box, or opens one. */
export function putInBox(ctx: Context, instance: number, group: number, ordinal: number): void {
  const { world } = ctx
  const { memory, life } = world.instances[instance]!
  const box = memory.groups[group]!
  if (box.boxCount++ === 0) box.boxFirst = ordinal
  const waits = fillBox(world, box)
  if (waits < 0) return
  const leavesAt = world.now + waits
  schedule(world.queue, leavesAt, eventKind.boxClosed, instance * 65_536 + group, life)
}

/** The network operation starts: the box is a batch now, and the next record opens a new one. */
export function boxClosed(ctx: Context, instance: number, group: number): void {
  const { world } = ctx
  const { memory } = world.instances[instance]!
  const box = memory.groups[group]!
  const { batches } = box
  if (!isBoxDue(world, box)) return
  const row = pushBatch(batches, world.now, world.parameters['network.resendFirst'])
  batches.first[row] = box.boxFirst
  batches.count[row] = box.boxCount
  batches.lastLsn[row] = world.groups[group]!.tipLsn
  countRedo(world, box)
  box.boxCount = 0
  memory.batchCount++
  ctx.cause = world.log.fact[rowOf(world.log, world.groups[group]!.tipOrdinal)]!
  ctx.cause = tellSent(ctx, instance, group, row)
  box.lowestReadPoint = lowestAtReaders(world, group, lowestReadPointOf(memory, group), box)
  const members = world.groups[group]!.segments.length
  for (let slot = 0; slot < members; slot++) sendBatch(ctx, instance, group * 8 + slot, row)
  watchBatches(ctx, instance, group)
}

function tellSent(ctx: Context, instance: number, group: number, row: number): number {
  if (!ctx.isListening) return skipFact(ctx)
  const { log, groups, instances } = ctx.world
  const { batches } = instances[instance]!.memory.groups[group]!
  return tell(ctx, 'RecordsSent', {
    group: groups[group]!.id,
    first: log.lsn[rowOf(log, batches.first[row]!)]!,
    last: batches.lastLsn[row]!,
    count: batches.count[row]!,
    batch: batches.number[row]!,
  })
}
