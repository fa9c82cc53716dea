/**
 * Looks again at what works after power, links, epochs or members have changed, and tells what
 * became of it at once: quorums lost and restored, commits stalled and resumed. Between two such
 * changes only time is added up. It draws no random number and changes nothing in the protocol.
 * Rule Q6.
 */
import { type Context, tell } from '../context.ts'
import { bitCount, isSatisfied, neededCount } from '../storage/quorum.ts'
import { readMicrosUntil, writeMicrosUntil } from './availability.ts'
import { uncountedBits } from '../storage/quorumSets.ts'
import { hasReads } from './hasReads.ts'
import { reachableBits, writerIndex } from './reachability.ts'
import { waitingCount } from './waitingCount.ts'

export function updateStatus(ctx: Context): void {
  const cause = ctx.cause
  addUpTime(ctx)
  for (let group = 0; group < ctx.world.groups.length; group++) updateQuorums(ctx, group, cause)
  updateStall(ctx, cause)
  ctx.world.status.hasReads = hasReads(ctx.world)
  ctx.cause = cause
}

function addUpTime(ctx: Context): void {
  const { status, now } = ctx.world
  status.writeMicros = writeMicrosUntil(ctx.world, now)
  status.readMicros = readMicrosUntil(ctx.world, now)
  status.seenAt = now
}

function updateQuorums(ctx: Context, index: number, cause: number): void {
  const { groups, status } = ctx.world
  const group = groups[index]!
  const bits = reachableBits(ctx.world, group, writerIndex(ctx.world))
  const reachable = bitCount(bits)
  const counted = bits & ~uncountedBits(ctx.world, index)
  const isWritable = isSatisfied(group.write, counted)
  const isReadable = isSatisfied(group.read, counted)
  ctx.cause = cause
  if (status.writeQuorum[index] !== isWritable) {
    status.writeQuorum[index] = isWritable
    if (isWritable) tell(ctx, 'WriteQuorumRestored', { group: group.id, reachable })
    else
      tell(ctx, 'WriteQuorumLost', { group: group.id, reachable, needed: neededCount(group.write) })
  }
  if (status.readQuorum[index] !== isReadable) {
    status.readQuorum[index] = isReadable
    if (isReadable) tell(ctx, 'ReadQuorumRestored', { group: group.id, reachable })
    else
      tell(ctx, 'ReadQuorumLost', { group: group.id, reachable, needed: neededCount(group.read) })
  }
}

/**
 * Commits are stalled from the moment at which no write set remains or nobody can write; a writer
 * asleep is not stalled, it opens when somebody asks (S8).
 */
function updateStall(ctx: Context, cause: number): void {
  const { world } = ctx
  const { status } = world
  const writer = world.instances[writerIndex(world)]?.status
  const isOpen = writer === 'open' || writer === 'paused' || writer === 'resuming'
  const lacking = world.groups.filter((_, index) => !status.writeQuorum[index])
  const isStalled = !isOpen || lacking.length > 0
  if (isStalled === status.isStalled) return
  ctx.cause = cause
  status.isStalled = isStalled
  if (isStalled) tellStalled(ctx, isOpen ? 'noWriteQuorum' : 'noWriter')
  else tellResumed(ctx)
}

function tellStalled(ctx: Context, because: 'noWriteQuorum' | 'noWriter'): void {
  const { world } = ctx
  const { status } = world
  const groups = world.groups.filter((_, index) => !status.writeQuorum[index]).map(({ id }) => id)
  status.stalledSince = world.now
  status.stallFact = tell(ctx, 'CommitsStalled', { because, groups, waiting: waitingCount(world) })
}

function tellResumed(ctx: Context): void {
  const { world } = ctx
  const { status } = world
  const stalledMicros = world.now - status.stalledSince
  status.resumedAt = world.now
  tell(ctx, 'CommitsResumed', { waiting: waitingCount(world), stalledMicros })
}
