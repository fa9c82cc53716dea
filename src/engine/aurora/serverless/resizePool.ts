/**
 * The buffer pool follows capacity: more frames stay empty until pages are read, fewer let pages go
 * whose changes are durable, those not used of late first. Rules S7 and D7.
 */
import type { BufferPool, WriterMemory } from '../instance.ts'
import type { World } from '../world.ts'
import { poolBytesAt } from './poolBytes.ts'
import type { Capacity } from './serverless.ts'

const pageBytes = 16_384

export function resizePool(world: World, { instance, exact }: Capacity): void {
  const { memory } = world.instances[instance]!
  const frames = poolFrames(world, exact)
  if (memory.pool.pageOfFrame.length !== frames) memory.pool = resized(memory, frames)
}

function poolFrames(world: World, exact: number): number {
  const most = world.pageRecords.length
  const wanted = world.parameters['instance.bufferPoolPages']
  if (wanted > 0) return Math.min(wanted, most)
  const byMemory = Math.floor(poolBytesAt(world, exact) / pageBytes)
  return Math.max(1, Math.min(byMemory, most))
}

function resized({ pool, vdl }: WriterMemory, frames: number): BufferPool {
  const kept = framesToKeep(pool, vdl, frames)
  const size = Math.max(frames, kept.length)
  const next: BufferPool = {
    frameOfPage: new Int32Array(pool.frameOfPage.length).fill(-1),
    pageOfFrame: new Int32Array(size).fill(-1),
    lsnOfFrame: new Float64Array(size),
    isReferenced: new Uint8Array(size),
    hand: 0,
    used: kept.length,
  }
  for (const [to, from] of kept.entries()) {
    const page = pool.pageOfFrame[from]!
    next.frameOfPage[page] = to
    next.pageOfFrame[to] = page
    next.lsnOfFrame[to] = pool.lsnOfFrame[from]!
    next.isReferenced[to] = pool.isReferenced[from]!
  }
  return next
}

/** Changes that are not durable stay, whatever the size; then what was used of late. */
function framesToKeep(pool: BufferPool, vdl: number, frames: number): number[] {
  const ranks: number[][] = [[], [], []]
  for (let frame = 0; frame < pool.used; frame++) {
    const isPinned = pool.lsnOfFrame[frame]! > vdl
    ranks[isPinned ? 0 : pool.isReferenced[frame] === 1 ? 1 : 2]!.push(frame)
  }
  const [pinned = []] = ranks
  return ranks.flat().slice(0, Math.max(frames, pinned.length))
}
