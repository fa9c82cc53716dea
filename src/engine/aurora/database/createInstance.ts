/**
 * A database instance. At the start of a run the writer has its volume open at epoch 1 with
 * nothing written and a warm cache (*assumption*). Its memory is all it has: it keeps no disk.
 * Rules W4 and R1.
 */
import type { Instance, WriterGroup, WriterMemory } from '../instance.ts'
import type { World } from '../world.ts'
import { createBatches } from './batches.ts'
import { createBufferPool, warmUp } from './bufferPool.ts'
import { createLatencyHistogram } from './latencyHistogram.ts'
import { createPageReads } from './pageReads.ts'
import { createSlotRing } from './slotRing.ts'
import { createTransactions } from './transactions.ts'

export function createInstance(world: World, index: number): Instance {
  const { id, zone, role, vcpus } = world.setup.instances[index]!
  const memory = freshMemory(world, vcpus, null)
  memory.epoch = world.volume.epoch
  warmUp(memory.pool)
  return {
    id,
    actor: index,
    zone,
    role,
    vcpus,
    status: world.setup.modify?.spares[index] ? 'down' : 'open',
    life: 1,
    commits: 0,
    latency: createLatencyHistogram(),
    memory,
  }
}

/** Pages of 16 KiB, as MySQL has them. */
const pagesPerGib = 65_536

/**
 * R1: memory with nothing in it. Only numbers go on from the life before, so that no two
 * transactions, reads or batches of a run share one, and the points last told, for the picture:
 * recovery never reads them.
 */
export function freshMemory(
  world: World,
  vcpus: number,
  before: WriterMemory | null,
): WriterMemory {
  return {
    epoch: before?.epoch ?? 0,
    nextLsn: before?.nextLsn ?? 1,
    vcl: before?.vcl ?? 0,
    vdl: before?.vdl ?? 0,
    vclOrdinal: before?.vclOrdinal ?? -1,
    vdlOrdinal: before?.vdlOrdinal ?? -1,
    newestRangeEnd: before?.newestRangeEnd ?? 0,
    groups: world.groups.map((_, group) => freshGroup(world, group, before?.groups[group] ?? null)),
    cpuFreeAt: new Float64Array(Math.max(1, Math.ceil(vcpus))),
    cpuPpm: 0,
    cpuSeenAt: world.now,
    parked: createSlotRing(),
    blocked: createSlotRing(),
    blockedSince: null,
    pool: createBufferPool(world.pageRecords.length, poolPages(world, vcpus)),
    reads: createPageReads(before?.reads.lastNumber ?? 0),
    transactions: createTransactions(before?.transactions.lastSerial ?? 0),
    connections: [],
    batchCount: before?.batchCount ?? 0,
    opening: null,
  }
}

export function freshGroup(world: World, group: number, before: WriterGroup | null): WriterGroup {
  const copies = world.groups[group]!.segments.length
  const batches = createBatches()
  batches.lastNumber = before?.batches.lastNumber ?? 0
  return {
    sclSeen: new Float64Array(copies),
    pgcl: before?.pgcl ?? 0,
    pgclFact: 0,
    readLatency: new Float64Array(copies),
    boxFirst: -1,
    boxCount: 0,
    batches,
    lowestReadPoint: before?.lowestReadPoint ?? 0,
    durableLsn: before?.durableLsn ?? 0,
  }
}

/**
 * D6: pages that the pool holds: as many as are set, else what fits into its share of memory; never
 * more than there are.
 */
export function poolPages(world: World, vcpus: number): number {
  const { parameters, pageRecords } = world
  const gib = vcpus * parameters['instance.memoryPerVcpu']
  const share = parameters['instance.bufferPoolShare']
  const byMemory = Math.floor((gib * pagesPerGib * share) / 1_000_000)
  const wanted = parameters['instance.bufferPoolPages']
  return Math.min(wanted > 0 ? wanted : byMemory, pageRecords.length)
}
