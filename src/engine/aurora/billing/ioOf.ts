/** Pages that instances had from storage, and redo that writers wrote, since the start. Rule B7. */
import { numberAtWriter } from '../failover/beReader.ts'
import type { World } from '../world.ts'
import { bytesPerWrite } from './meter.ts'

/** Page reads are numbered; an instance that reads begins at a number of its own. */
export function pagesReadOf({ instances }: World): number {
  return instances.reduce((sum, { memory }) => sum + numberAtWriter(memory.reads.lastNumber), 0)
}

/** A cluster without a meter, and so without a fluid demand: what its sessions read and wrote. */
export function iosOf(world: World): number {
  const bytes = recordsOf(world) * world.parameters['instance.redoRecordSize']
  return pagesReadOf(world) + Math.ceil(bytes / bytesPerWrite)
}

function recordsOf({ log, multiMaster }: World): number {
  if (multiMaster === null) return log.next
  return multiMaster.writers.reduce((sum, { nextLsn }) => sum + nextLsn - 1, 0)
}
