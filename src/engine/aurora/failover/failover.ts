/**
 * The state of readers and promotion as plain data: who is the writer, who is silent, how far a
 * promotion has come, where the cluster endpoint's name leads, and how far each reader has followed
 * the writer's redo. Rules F.
 */
import type { FailoverView } from '../../contract/failoverView.ts'
import type { FactId, Lsn, Micros } from '../../contract/units.ts'
import type { AckedRows } from './ackedRows.ts'

export interface Failover {
  /** Index of the instance that the cluster takes for its writer. */
  writer: number
  /** Where the endpoint's name leads, and what clients that have asked before still believe. */
  named: number
  cached: number
  /** As shown; null while the writer is well and clients know it. */
  phase: FailoverView['phase']
  since: Micros
  /** Since when the writer has been silent; -1 = it is heard. */
  silentSince: Micros
  /** It has been silent for so long that it counts as lost. */
  isSuspected: boolean
  /** Index of the instance lost last and of the one promoted instead; -1 = none so far. */
  lost: number
  promoted: number
  lostAt: Micros
  /** The one promoted has opened the volume as its writer, or nobody is being promoted. */
  isPromoted: boolean
  isChangingRole: boolean
  /** Rise at each loss and at each promotion, so that timers of earlier ones are stale. */
  watch: number
  round: number
  /** What told of the writer's crash, its loss, and how far the promotion is. */
  crashFact: FactId
  lossFact: FactId
  fact: FactId
  /** By instance. */
  streams: RedoStreamState[]
  /** The timer that sends again what a reader lacks, and its present wait. */
  /** Index of the reader that the reader endpoint named last. */
  readerTurn: number
  isStreamWatched: boolean
  streamWaitMicros: Micros
  /** Commits a second at the writer, counted over at least a second. */
  rate: number
  rateFrom: Micros
  rateCommits: number
  /** Rows of commits acknowledged last, to tell which reads at readers are stale. */
  acked: AckedRows
}

/** How far a reader has followed the writer. */
export interface RedoStreamState {
  /** Ordinal of the newest record received; -1 = none. */
  received: number
  /** When it is done with what it has received. */
  busyUntil: Micros
  /** When the newest of it will be visible. */
  appliesAt: Micros
  lagMicros: Micros
  /** It has applied a stream since it opened, and serves reads. */
  isJoined: boolean
  /**
   * What the writer knows of it: nothing below this LSN is read there any more. -1 = it does not
   * count, since it is not open or has been sent nothing.
   */
  readPoint: Lsn
  /** Since when it has been behind the writer's VDL; -1 = it is not. */
  behindSince: Micros
}
