/**
 * A new instance has an empty cache. What is not durable yet is told to it by the old one
 * (*assumption*), since no page read would give it. Rules E8 and D7.
 */
import { cachePage, createBufferPool, notePageChange } from '../database/bufferPool.ts'
import type { World } from '../world.ts'

export function coolPool({ instances }: World, index: number): void {
  const { memory } = instances[index]!
  const { pool, vdl } = memory
  const cold = createBufferPool(pool.frameOfPage.length, pool.pageOfFrame.length)
  for (let frame = 0; frame < pool.used; frame++) {
    const page = pool.pageOfFrame[frame]!
    if (pool.lsnOfFrame[frame]! <= vdl || pool.frameOfPage[page] !== frame) continue
    cachePage(cold, page, vdl)
    notePageChange(cold, page, pool.lsnOfFrame[frame]!)
  }
  memory.pool = cold
}
