/**
 * The state of a proxy as plain data: which writer it sends requests to, its connections there, the
 * requests that wait with it, and what became of each session's last one. Rules F19–F21.
 */
import type { ProxyView } from '../../contract/availabilityView.ts'
import type { FactId, Micros } from '../../contract/units.ts'

export interface Proxy {
  actor: number
  /** Index of the instance that it sends to, or sent to last. */
  writer: number
  phase: ProxyView['phase']
  since: Micros
  /** When it lost its writer last. */
  lostAt: Micros
  /** When it turns to a writer; -1 = nothing is planned. A later plan makes older ones stale. */
  switchAt: Micros
  plan: number
  /** Why it turns: a writer is open, or its own is lost. */
  planFact: FactId
  /** That its writer died, or that it lost it. */
  fact: FactId
  /** Connections to the writer that are open, and those in use. */
  opened: number
  busy: number
  /** In order of arrival; an entry whose session has gone on is passed over. */
  queue: WaitingRequest[]
  isQueueWatched: boolean
  /** By application. */
  clients: ProxyClients[]
}

export interface WaitingRequest {
  application: number
  session: number
  attempt: number
  since: Micros
}

/** By session: its last attempt, and where that is. */
export interface ProxyClients {
  attempt: Int32Array
  place: Uint8Array
}

export const place = { done: 0, waiting: 1, underWay: 2 } as const

/** Only what has a proxy asks. */
export function proxyOf({ proxy }: { proxy: Proxy | null }): Proxy {
  if (proxy === null) throw new Error('This cluster has no proxy')
  return proxy
}
