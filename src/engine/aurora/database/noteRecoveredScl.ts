/**
 * Before the volume opens, what was recovered must again be on a write set of every group: gossip
 * replicates it, and the writer hears of the rising SCLs. Rules R4, R8.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import type { Context } from '../context.ts'
import { eventKind } from '../eventKind.ts'
import { isSatisfied, nthComplete } from '../storage/quorum.ts'
import type { WriterMemory } from '../instance.ts'
import type { World } from '../world.ts'

/** A member that has not truncated yet has at least all that was kept. */
export function noteRecoveredScl(ctx: Context, index: number, member: number, scl: number): void {
  const { world } = ctx
  const { status, memory } = world.instances[index]!
  const { opening } = memory
  if (status !== 'opening' || opening === null) return
  if (opening.phase !== 'truncating' && opening.phase !== 'recovering') return
  const { sclSeen } = memory.groups[member >>> 3]!
  const kept = Math.min(scl, world.groups[member >>> 3]!.tipLsn)
  sclSeen[member & 7] = Math.max(sclSeen[member & 7]!, kept)
  if (opening.phase === 'recovering' || !isReady(world, memory)) return
  opening.phase = 'recovering'
  opening.since = world.now
  const doneAt = world.now + world.parameters['failover.recover']
  schedule(world.queue, doneAt, eventKind.recovered, index, opening.epoch)
}

/** R7, R8: range and epoch, and everything kept, are on a write set of every group. */
function isReady(world: World, memory: WriterMemory): boolean {
  for (let group = 0; group < world.groups.length; group++) {
    const { write, tipLsn } = world.groups[group]!
    if (!isSatisfied(write, memory.opening!.truncated[group]!)) return false
    if (nthComplete(write, memory.groups[group]!.sclSeen) < tipLsn) return false
  }
  return true
}
