/** CALL: the one procedure of Aurora that there is here, `mysql.rds_set_read_only` (I49). */
import type { Statement } from '../../../contract/statement.ts'
import { refuseFor } from '../errors/sqlError.ts'
import type { Answer } from '../execution.ts'
import { evaluate } from '../expressions/evaluate.ts'
import type { Work } from '../sessions/work.ts'
import { createScope } from './queryScope.ts'
import { done } from './transactions.ts'

const procedure = 'mysql.rds_set_read_only'

/** Off with 0, on with any other number. */
export function callProcedure(work: Work, statement: Extract<Statement, { kind: 'call' }>): Answer {
  const { host, relations } = work
  const { name, arguments: given, at } = statement
  if (host.setReadOnly === undefined || name !== procedure) {
    refuseFor(relations.dialect, 'unknownProcedure', { name }, at)
  }
  if (given.length !== 1) refuseFor(relations.dialect, 'wrongProcedureCount', { name }, at)
  const value = evaluate(given[0]!, createScope(work, { name: null, columns: [] }))
  host.setReadOnly(value !== 0 && value !== null)
  return done
}
