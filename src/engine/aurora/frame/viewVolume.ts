/** The log points of the volume, as the writer knows them or as they were last known. */
import type { VolumeView } from '../../contract/frame.ts'
import { writerIndex } from '../status/reachability.ts'
import type { World } from '../world.ts'

export function viewVolume(world: World): VolumeView {
  const memory = world.instances[writerIndex(world)]?.memory
  const { epoch, truncations } = world.volume
  const { vcl = 0, vdl = 0, nextLsn = 1, newestRangeEnd = 0 } = memory ?? {}
  return {
    epoch,
    vcl,
    vdl,
    highestLsn: nextLsn - 1,
    allocationLimit: Math.max(vdl, newestRangeEnd) + world.parameters['storage.lsnAllocationLimit'],
    lowestReadPoint: lowestReadPoint(memory?.groups ?? []),
    truncations: truncations.map(range => ({ ...range })),
  }
}

/** PGMRPL of the volume: the lowest of its groups. */
export function lowestReadPoint(groups: { lowestReadPoint: number }[]): number {
  if (groups.length === 0) return 0
  return groups.reduce((least, group) => Math.min(least, group.lowestReadPoint), Infinity)
}
