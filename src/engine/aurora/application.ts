/** An application as plain data: its sessions and what each of them waits for. */
import type { ApplicationId } from '../contract/ids.ts'
import type { Micros } from '../contract/units.ts'

/** An application: sessions with think time and a key pattern, and a pool of connections. */
export interface Application {
  id: ApplicationId
  actor: number
  /** Where its connections go; by session, since they may differ. */
  instance: number
  target: Uint8Array
  /** How many sessions it shall have; those with higher numbers retire. */
  sessions: number
  thinkMicros: Micros
  /** The next row of a sequential pattern. */
  nextRow: number
  /** By session: 0 thinking · 1 waiting for an answer · 2 reconnecting · 3 retired */
  state: Uint8Array
  attempt: Int32Array
  waitingSince: Float64Array
  /** Tries to connect since the connection was lost or the user began anew. */
  tries: Int32Array
  /** When it last asked the writer or heard of it. */
  heardAt: Float64Array
  /** It has asked whether the writer is still there. */
  isAsked: Uint8Array
  /** Its timer for silence is set. */
  isWatched: Uint8Array
  answered: number
  lost: number
  lastLatencyMicros: Micros
  lastAnswerAt: Micros
  /** The last error that it saw, as MySQL numbers it; 0 = none. */
  lastErrorCode: number
  lastErrorAt: Micros
  /** Errors that reached its users: connections lost, retries used up. */
  errors: number
  retried: number
  /** How often each error was seen, by its number. */
  errorCounts: Record<number, number>
  /** What it did since it lost connections; null = it has never lost any. */
  outage: Outage | null
  /** Transactions that missed a commit acknowledged before they began, and the worst age of one. */
  staleReads: number
  worstStaleMicros: Micros
  downMicros: Micros
  /** Since when no session of it gets answers because a connection is lost; -1 = fine. */
  downSince: Micros
}

/** A loss of connections, by its first and its last, and what came after. */
export interface Outage {
  at: Micros
  lastAt: Micros
  /** Answers a second before, in millionths. */
  pacePpm: number
  /** Answers in each whole second since. */
  answers: number[]
}
