/** What a frame shows of a single-master cluster with readers: lag, and how far a promotion is. */
import type { InstanceId } from './ids.ts'
import type { Lsn, Micros } from './units.ts'

export interface FailoverView {
  readers: { id: InstanceId; tier: number; vdl: Lsn; lagMicros: Micros }[]
  /** Null while the writer is well. */
  phase: 'silent' | 'recovering' | 'changingRole' | 'updatingName' | 'waitingForTtl' | null
  since: Micros
  lost: InstanceId | ''
  promoted: InstanceId | ''
  /** Where the cluster endpoint's name leads. */
  clusterEndpoint: InstanceId
}
