/**
 * What a reader shows is some point that the writer's VDL has had, and not beyond it: so it lags
 * what is durable, and whole mini-transactions become visible at once (2018 §3.3). Rules F1, K7.
 */
import type { Context } from '../aurora/context.ts'
import { isAnnulled, isKept, recordFlag, rowOf } from '../aurora/storage/redoLog.ts'
import type { Instance } from '../aurora/instance.ts'
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'

const id = 'readerShowsAPastPoint'

export const readerShowsAPastPoint: Law<null> = {
  id,
  rule: 'K7',
  watches: ['instanceCount'],
  remember: () => null,
  after(ctx: Context) {
    const { touched, world } = ctx
    for (let index = 0; index < touched.instanceCount; index++) {
      const broken = check(world, world.instances[touched.instances[index]!]!)
      if (broken) return broken
    }
    return null
  },
  sweep(world) {
    for (const instance of world.instances) {
      const broken = check(world, instance)
      if (broken) return broken
    }
    return null
  },
}

/** A writer that opens the volume has yet to find out what its VDL is. */
function check(world: World, instance: Instance): Broken | null {
  const { role, status, memory, id: reader } = instance
  if (role !== 'reader' || status !== 'open' || memory.vdlOrdinal < 0) return null
  const { vdlOrdinal, vdl } = memory
  const writer = world.instances[world.failover!.writer]!
  const writerVdl = writer.memory.vdl
  if (writer.status === 'open' && vdl > writerVdl) return wrong('', { reader, vdl, writerVdl })
  return isWhole(world, vdlOrdinal, vdl) ? null : wrong('.torn', { reader, vdl })
}

/** The record at this point ends a mini-transaction; what the log no longer keeps did. */
function isWhole({ log }: World, ordinal: number, vdl: number): boolean {
  if (ordinal < log.first) return true
  if (!isKept(log, ordinal) || isAnnulled(log, ordinal)) return false
  const row = rowOf(log, ordinal)
  return log.lsn[row] === vdl && (log.flags[row]! & recordFlag.consistencyPoint) !== 0
}

function wrong(key: string, parameters: Broken['parameters']): Broken {
  return { law: id, key: `law.${id}${key}`, parameters }
}
