/**
 * What works with several writers: commits go on while one writer is open and reaches a write set
 * of every group; there is no failover to wait for. Rules Q6, Q8, T22.
 */
import { type Context, tell } from '../context.ts'
import { readMicrosUntil, writeMicrosUntil } from '../status/availability.ts'
import { reachableBits } from '../status/reachability.ts'
import { bitCount, isSatisfied, neededCount } from '../storage/quorum.ts'
import type { World } from '../world.ts'
import { mmOf } from './mmPlaces.ts'

export function updateMmStatus(ctx: Context): void {
  const { world } = ctx
  const { status } = world
  const { cause } = ctx
  status.writeMicros = writeMicrosUntil(world, world.now)
  status.readMicros = readMicrosUntil(world, world.now)
  status.seenAt = world.now
  const lead = leadWriter(world)
  for (let group = 0; group < world.groups.length; group++) {
    ctx.cause = cause
    updateGroup(ctx, group, reachableBits(world, world.groups[group]!, lead))
  }
  ctx.cause = cause
  const isOpen = world.instances[lead]!.status === 'open'
  updateStall(ctx, isOpen)
  status.hasReads = isOpen && world.groups.every(group => reachableBits(world, group, lead) !== 0)
  ctx.cause = cause
}

/** T22: of the open writers the one that reaches most copies; without one, the first. */
export function leadWriter(world: World): number {
  let lead = 0
  let most = -1
  for (let index = 0; index < world.instances.length; index++) {
    const reached = world.instances[index]!.status === 'open' ? reachOf(world, index) : -1
    if (reached <= most) continue
    lead = index
    most = reached
  }
  return lead
}

function reachOf(world: World, index: number): number {
  let reached = 0
  for (const group of world.groups) {
    const bits = reachableBits(world, group, index)
    reached += bitCount(bits) + (isSatisfied(group.write, bits) ? 100 : 0)
  }
  return reached
}

function updateGroup(ctx: Context, index: number, bits: number): void {
  const { groups, status } = ctx.world
  const { id: group, write, read } = groups[index]!
  const reachable = bitCount(bits)
  const isWritable = isSatisfied(write, bits)
  const isReadable = isSatisfied(read, bits)
  if (status.writeQuorum[index] !== isWritable) {
    status.writeQuorum[index] = isWritable
    if (isWritable) tell(ctx, 'WriteQuorumRestored', { group, reachable })
    else tell(ctx, 'WriteQuorumLost', { group, reachable, needed: neededCount(write) })
  }
  if (status.readQuorum[index] !== isReadable) {
    status.readQuorum[index] = isReadable
    if (isReadable) tell(ctx, 'ReadQuorumRestored', { group, reachable })
    else tell(ctx, 'ReadQuorumLost', { group, reachable, needed: neededCount(read) })
  }
}

function updateStall(ctx: Context, isOpen: boolean): void {
  const { world } = ctx
  const { status, now } = world
  const lacking = world.groups.filter((_, index) => !status.writeQuorum[index])
  const isStalled = !isOpen || lacking.length > 0
  if (isStalled === status.isStalled) return
  status.isStalled = isStalled
  const waiting = waitingIn(world)
  if (isStalled) {
    const because = isOpen ? 'noWriteQuorum' : 'noWriter'
    const groups = lacking.map(({ id }) => id)
    status.stalledSince = now
    status.stallFact = tell(ctx, 'CommitsStalled', { because, groups, waiting })
    return
  }
  status.resumedAt = now
  tell(ctx, 'CommitsResumed', { waiting, stalledMicros: now - status.stalledSince })
}

/** Transactions that wait for a verdict or for VDL. */
function waitingIn(world: World): number {
  return mmOf(world).transactions.filter(
    ({ serial, state }) => serial > 0 && (state === 'proposing' || state === 'committing'),
  ).length
}
