/**
 * A batch that a member has not acknowledged is sent to it again, after a while that doubles each
 * time; to one that is down as well, since nobody knows. Times are assumptions. A durable batch
 * is given up after a while, for gossip brings what is missing. Rule L10.
 */
import type { Micros } from '../../contract/units.ts'
import { schedule } from '../../kernel/eventQueue.ts'
import { type Context, skipFact, tell } from '../context.ts'
import { eventKind } from '../eventKind.ts'
import { rowOf } from '../storage/redoLog.ts'
import { bitsAtLeast } from '../storage/quorum.ts'
import type { Batches, WriterGroup } from '../instance.ts'
import { batchRow, dropOldestBatch } from './batches.ts'
import { sendBatch } from './sendBatch.ts'

/** Of a durable batch, in ceilings of the doubling. */
const givenUpAfter = 2
/** A timer looks at no group more often than this part of the first resend. */
const parts = 4

/** L10: one timer a group, set while anything is unacknowledged. */
export function watchBatches(ctx: Context, instance: number, group: number): void {
  const { world } = ctx
  const { batches } = world.instances[instance]!.memory.groups[group]!
  if (batches.isWatched || batches.length === 0) return
  setTimer(ctx, instance, group, world.now + world.parameters['network.resendFirst'])
}

function setTimer(ctx: Context, instance: number, group: number, at: Micros): void {
  const { queue, instances } = ctx.world
  const { life, memory } = instances[instance]!
  memory.groups[group]!.batches.isWatched = true
  schedule(queue, at, eventKind.resend, instance * 65_536 + group, life)
}

export function resendDue(ctx: Context, instance: number, group: number): void {
  const { world } = ctx
  const known = world.instances[instance]!.memory.groups[group]!
  const { batches } = known
  batches.isWatched = false
  dropFinished(ctx, known, group)
  let earliest = Number.MAX_SAFE_INTEGER
  for (let n = 0; n < batches.length; n++) {
    const row = batchRow(batches, n)
    if (batches.resendAt[row]! <= world.now) resendBatch(ctx, instance, group, row)
    earliest = Math.min(earliest, batches.resendAt[row]!)
  }
  if (batches.length === 0) return
  const soonest = world.now + Math.ceil(world.parameters['network.resendFirst'] / parts)
  setTimer(ctx, instance, group, Math.max(earliest, soonest))
}

/** From the oldest on: what all members have, the log no longer keeps, or gossip will bring. */
function dropFinished(ctx: Context, known: WriterGroup, group: number): void {
  const { log, now, parameters, groups } = ctx.world
  const { batches, pgcl, sclSeen } = known
  const all = (1 << groups[group]!.segments.length) - 1
  const givenUp = now - givenUpAfter * parameters['network.resendMax']
  while (batches.length > 0) {
    const row = batches.head
    const lastLsn = batches.lastLsn[row]!
    const has = batches.acked[row]! | bitsAtLeast(sclSeen, lastLsn)
    const isOld = batches.sentAt[row]! <= givenUp && lastLsn <= pgcl
    if (has !== all && !isOld && batches.first[row]! >= log.first) return
    dropOldestBatch(batches)
  }
}

function resendBatch(ctx: Context, instance: number, group: number, row: number): void {
  const { now, parameters, groups, instances } = ctx.world
  const { batches, sclSeen } = instances[instance]!.memory.groups[group]!
  const interval = Math.min(batches.resendMicros[row]! * 2, parameters['network.resendMax'])
  batches.resendMicros[row] = interval
  batches.resendAt[row] = now + interval
  const has = batches.acked[row]! | bitsAtLeast(sclSeen, batches.lastLsn[row]!)
  const members = groups[group]!.segments.length
  for (let slot = 0; slot < members; slot++) {
    if (((has >>> slot) & 1) === 0) resendTo(ctx, instance, group * 8 + slot, row)
  }
}

function resendTo(ctx: Context, instance: number, member: number, row: number): void {
  const { log, instances, totals } = ctx.world
  const { batches } = instances[instance]!.memory.groups[member >>> 3]!
  ctx.cause = log.fact[rowOf(log, batches.first[row]!)]!
  ctx.cause = tellResent(ctx, batches, member, row)
  totals.resent++
  sendBatch(ctx, instance, member, row)
}

function tellResent(ctx: Context, batches: Batches, member: number, row: number): number {
  if (!ctx.isListening) return skipFact(ctx)
  const { groups, log } = ctx.world
  const group = groups[member >>> 3]!
  return tell(ctx, 'RecordsResent', {
    group: group.id,
    segment: group.segments[member & 7]!.id,
    first: log.lsn[rowOf(log, batches.first[row]!)]!,
    last: batches.lastLsn[row]!,
    batch: batches.number[row]!,
  })
}
