/** What a frame shows of a single-master cluster with readers: lag, and how far a promotion is. */
import type { InstanceId } from './ids.ts'
import type { Lsn, Micros } from './units.ts'

export interface FailoverView {
  readers: {
    id: InstanceId
    tier: number
    /** The point that it shows: a VDL that the writer has had. */
    vdl: Lsn
    lagMicros: Micros
    /** It has heard from the writer since it opened, and answers reads. */
    isJoined: boolean
    /** Its lowest read point, as the writer knows it; -1 = it does not count. */
    readPoint: Lsn
    /** Pages asked of storage and not come yet. */
    readsWaiting: number
  }[]
  /** Null while the writer is well. */
  phase: 'silent' | 'recovering' | 'changingRole' | 'updatingName' | 'waitingForTtl' | null
  since: Micros
  lost: InstanceId | ''
  promoted: InstanceId | ''
  /** Where the cluster endpoint's name leads. */
  clusterEndpoint: InstanceId
}
