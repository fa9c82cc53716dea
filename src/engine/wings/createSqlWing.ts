/** Typed SQL as a wing, with what must hold of rows and locks. */
import { createSqlMechanism } from '../aurora/sql/createSqlMechanism.ts'
import type { SqlDoor } from '../aurora/sql/sqlDoor.ts'
import { sqlLaws } from '../checkers/sqlLaws.ts'
import type { Wing } from './wing.ts'

export function createSqlWing(door: SqlDoor): Wing {
  return {
    id: 'sql',
    mechanism: createSqlMechanism(door),
    laws: sqlLaws,
  }
}
