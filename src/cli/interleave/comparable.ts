/**
 * What of a step's answer two databases must agree on: rows, waits and SQLSTATE; not the words of
 * an error, nor the names of columns without one.
 */
import type { StepAnswer } from '../../engine/contract/interleaving.ts'

/** One line a step, as `bob: UPDATE … → 1, blocks`. */
export function comparable({ session, sql, ...answer }: StepAnswer): string {
  return `${session}: ${sql} → ${partsOf(answer).join(', ')}`
}

type Came = Omit<StepAnswer, 'session' | 'sql'>

function partsOf({ rows, affected, blocks, unblocks, refuses, error }: Came): string[] {
  return [
    ...(rows === undefined ? [] : [JSON.stringify(rows)]),
    ...(affected === undefined ? [] : [String(affected)]),
    ...(error === undefined ? [] : [error.sqlstate]),
    ...(blocks === true ? ['blocks'] : []),
    ...(unblocks ?? []).map(session => `unblocks ${session}`),
    ...(refuses ?? []).map(session => `refuses ${session}`),
  ]
}
