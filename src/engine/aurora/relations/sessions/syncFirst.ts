/**
 * `REGIONAL_RAW`: what any writer has acknowledged is here before rows are looked at. An explicit
 * transaction pays for it once, when it begins; other statements pay one by one, those that write
 * too (user guide, *Consistency*). Rule D17.
 */
import type { Desk } from '../relations.ts'
import type { Session } from './sessionTypes.ts'
import { suspend, type Work } from './work.ts'

function begins({ transaction, running }: Session): boolean {
  if (transaction !== null || running === null) return false
  const { statement } = running
  if (statement.kind === 'select') return statement.from !== null
  return ['begin', 'insert', 'update', 'delete'].includes(statement.kind)
}

/** Stops until the host has called `noteSynced`. */
export function syncFirst({ host, session, running }: Work): void {
  const pays = host.peers !== undefined && session.consistency === 'REGIONAL_RAW'
  if (!pays || running.isSynced === true || !begins(session)) return
  suspend({ state: 'sync' })
}

/** All that was acknowledged when the statement asked has been applied here. */
export function noteSynced({ sessions }: Desk, number: number): void {
  const running = sessions.get(number)?.running
  if (running) running.isSynced = true
}
