/** The database instances: CPU in use, what waits, and how far an opening has come. */
import type { InstanceView } from '../../contract/frame.ts'
import { cpuUseAt } from '../database/cpu.ts'
import { peekSlot } from '../database/slotRing.ts'
import { transactionPhase } from '../database/transactions.ts'
import { findRecord } from '../storage/findRecord.ts'
import { rowOf } from '../storage/redoLog.ts'
import type { Instance, WriterMemory } from '../instance.ts'
import type { World } from '../world.ts'

export function viewInstances(world: World): InstanceView[] {
  return world.instances.map(instance => viewInstance(world, instance))
}

function viewInstance(world: World, instance: Instance): InstanceView {
  const { id, role, status, memory } = instance
  const { opening } = memory
  return {
    id,
    zone: world.zones[instance.zone]!.id,
    role,
    status,
    cpuPpm: status === 'open' ? cpuUseAt(memory, world.now) : 0,
    queued: queuedCount(memory, world.now),
    parkedCommits: memory.parked.count,
    oldestParkedAt: oldestParkedAt(world, memory),
    opening: opening && { phase: opening.phase, since: opening.since },
    cachedPages: memory.pool.used,
    bufferPoolPages: memory.pool.pageOfFrame.length,
  }
}

/** Requests that have no CPU yet: each busy CPU works for one of them. */
function queuedCount({ transactions, cpuFreeAt }: WriterMemory, now: number): number {
  let wanting = 0
  for (const phase of transactions.phase) if (phase === transactionPhase.queued) wanting++
  let busy = 0
  for (const freeAt of cpuFreeAt) if (freeAt > now) busy++
  return Math.max(0, wanting - busy)
}

/** When the commit record that has waited longest was written. */
export function oldestParkedAt(world: World, { parked, transactions }: WriterMemory) {
  if (parked.count === 0) return null
  const slot = peekSlot(parked)
  const ordinal = findRecord(world.log, transactions.commitLsn[slot]!)
  return ordinal < 0 ? transactions.beganAt[slot]! : world.log.writtenAt[rowOf(world.log, ordinal)]!
}
