/**
 * The page cache lives in a process of its own and survives a crash of the database process beside
 * it (Aurora's guide); not the loss of its host. What was changed above VDL is dropped: recovery
 * may annul it. A cluster of several writers has no such cache. Rule D26.
 */
import type { Lsn } from '../../contract/units.ts'
import type { Context } from '../context.ts'
import type { BufferPool, WriterMemory } from '../instance.ts'
import { createBufferPool } from './bufferPool.ts'

/** After the crash; `before` is what the dead process had in memory. */
export function keepCache({ world }: Context, index: number, before: WriterMemory): void {
  const { memory, zone } = world.instances[index]!
  const isKept = world.parameters['instance.survivableCache'] === 1 && !world.zones[zone]!.isOut
  const isPlain = world.multiMaster === null && !world.serverless?.cpus[index]
  if (isKept && isPlain) memory.pool = durableOf(before.pool, before.vdl)
}

/** The pages whose latest change is durable, in the order of their frames: known up to VDL. */
function durableOf(pool: BufferPool, vdl: Lsn): BufferPool {
  const kept = createBufferPool(pool.frameOfPage.length, pool.pageOfFrame.length)
  for (let frame = 0; frame < pool.used; frame++) {
    const page = pool.pageOfFrame[frame]!
    const isHere = page >= 0 && pool.frameOfPage[page] === frame
    if (!isHere || pool.lsnOfFrame[frame]! > vdl) continue
    kept.frameOfPage[page] = kept.used
    kept.pageOfFrame[kept.used] = page
    kept.lsnOfFrame[kept.used] = vdl
    kept.used++
  }
  return kept
}
