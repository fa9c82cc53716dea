/**
 * A long statement gives the CPU back now and then, so that it takes its time among others and no
 * single event is long. It goes on behind the row it has just done. Rule J5.
 */
import { suspend, type Work } from './work.ts'

/** Rows between two breaths (*assumption*): half a millisecond of CPU with all defaults. */
export const rowsOfBreath = 500

/** One more row of the statement is done, and its session knows; not within a subquery. */
export function breathe({ running }: Work): void {
  if (++running.rowsSinceBreath < rowsOfBreath) return
  running.rowsPaid += running.rowsSinceBreath
  running.rowsSinceBreath = 0
  suspend({ state: 'breath', rows: rowsOfBreath })
}
