/**
 * The points of each instance under the names that users of Aurora PostgreSQL know them by, from
 * `aurora_replica_status()`: durable_lsn, highest_lsn_rcvd, current_read_lsn. Rule F13.
 */
import type { StatusPointsView } from '../../contract/volumeDetailView.ts'
import type { Instance } from '../instance.ts'
import { isKept, rowOf } from '../storage/redoLog.ts'
import type { World } from '../world.ts'

export function viewStatusPoints(world: World): StatusPointsView[] {
  return world.instances.map((instance, index) => pointsOf(world, instance, index))
}

/** The writer knows what is durable; a reader what it has received, and at what point it reads. */
function pointsOf(world: World, { id, role, memory }: Instance, index: number): StatusPointsView {
  const { vdl } = memory
  if (role === 'writer') {
    return { instance: id, durableLsn: vdl, highestLsnReceived: null, currentReadLsn: null }
  }
  const highestLsnReceived = Math.max(vdl, receivedLsn(world, index))
  return { instance: id, durableLsn: null, highestLsnReceived, currentReadLsn: vdl }
}

/** 0 = nothing that the log still keeps. */
function receivedLsn({ failover, log }: World, index: number): number {
  const received = failover?.streams[index]?.received ?? -1
  return isKept(log, received) ? log.lsn[rowOf(log, received)]! : 0
}
