/**
 * A segment has persisted, or gossip has raised its SCL: the writer notes the SCL, moves its
 * points on, answers clients and lets those go on who were held back (2018 §2.3). A segment that
 * knows a newer epoch says so, and the writer stops. Rules L4, L7, L8, R9.
 */
import { type Context, skipFact, tell } from '../context.ts'
import { hasReads } from '../status/hasReads.ts'
import { segmentOn } from '../storage/segment.ts'
import type { Instance } from '../instance.ts'
import { acknowledgeBatch } from './batches.ts'
import { acknowledgeCommits } from './acknowledgeCommits.ts'
import { advancePoints } from './logPoints.ts'
import { releaseHeldBack } from './releaseHeldBack.ts'

export function receiveWriteAck(ctx: Context, instance: number, slot: number): void {
  const { world } = ctx
  const { messages } = world.network
  const writer = world.instances[instance]!
  if (writer.status !== 'open' || writer.role !== 'writer') return
  const epoch = messages.c[slot]!
  if (messages.e[slot] !== 0) {
    if (epoch > writer.memory.epoch) tellNewerEpoch(ctx, instance, epoch)
    return
  }
  const group = messages.a[slot]!
  const member = memberFrom(ctx, group, messages.from[slot]!)
  if (epoch !== writer.memory.epoch || member < 0) return
  const all = (1 << world.groups[group]!.segments.length) - 1
  acknowledgeBatch(writer.memory.groups[group]!.batches, messages.d[slot]!, 1 << member, all)
  noteScl(ctx, instance, group * 8 + member, messages.b[slot]!)
}

function tellNewerEpoch(ctx: Context, instance: number, epoch: number): void {
  for (const mechanism of ctx.mechanisms) mechanism.newerEpochHeard?.(ctx, instance, epoch)
}

/** L16; while the volume is being opened, recovery listens instead. */
export function receiveSclReport(ctx: Context, instance: number, slot: number): void {
  const { world } = ctx
  const { messages } = world.network
  const writer = world.instances[instance]!
  const group = messages.a[slot]!
  const member = memberFrom(ctx, group, messages.from[slot]!)
  if (member < 0 || messages.c[slot] !== writer.memory.epoch || writer.role !== 'writer') return
  if (writer.status === 'open') noteScl(ctx, instance, group * 8 + member, messages.b[slot]!)
}

/** Slot of the group's member on the node that is this actor; -1 = none. */
export function memberFrom(ctx: Context, group: number, actor: number): number {
  const { world } = ctx
  return segmentOn(world, group, actor - world.instances.length)?.slot ?? -1
}

/** L4: what a member is known to have only rises. */
function noteScl(ctx: Context, index: number, member: number, scl: number): void {
  const { groups } = ctx.world
  const instance: Instance = ctx.world.instances[index]!
  const group = member >>> 3
  const known = instance.memory.groups[group]!
  ctx.cause = ctx.isListening
    ? tell(ctx, 'AckReceived', { segment: groups[group]!.segments[member & 7]!.id, scl })
    : skipFact(ctx)
  if (scl <= known.sclSeen[member & 7]!) return
  known.sclSeen[member & 7] = scl
  if (scl > known.pgcl) moveOn(ctx, index, group)
}

/** A member's SCL has risen, or who is a member has changed. */
export function moveOn(ctx: Context, index: number, group: number): void {
  if (!advancePoints(ctx, index, group)) return
  for (const mechanism of ctx.mechanisms) mechanism.vdlAdvanced?.(ctx, index)
  acknowledgeCommits(ctx, index)
  releaseHeldBack(ctx, index)
  noteReadPoint(ctx)
}

/** VDL may have come to what no copy within reach has: its ack was the last word of a lost one. */
function noteReadPoint({ world, touched }: Context): void {
  const mayHaveLost = world.faults.length > 0 && world.status.hasReads
  if (mayHaveLost && !hasReads(world)) touched.hasTopologyChanged = true
}
