/** An error reaches the user of a session, as MySQL numbers it. */
import type { Micros } from '../../contract/units.ts'
import type { Application } from '../application.ts'

/**
 * Lost during a query (CR_SERVER_LOST); no connection could be made (CR_CONN_HOST_ERROR); a change
 * at an instance that only reads (ER_OPTION_PREVENTS_STATEMENT).
 */
export const clientError = { connectionLost: 2013, noConnection: 2003, readOnly: 1290 } as const

export function noteError(application: Application, code: number, now: Micros): void {
  application.errors++
  application.errorCounts[code] = (application.errorCounts[code] ?? 0) + 1
  application.lastErrorCode = code
  application.lastErrorAt = now
}
