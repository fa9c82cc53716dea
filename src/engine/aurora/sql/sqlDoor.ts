/**
 * What typed SQL is given from outside the model: the grammar, and who carries out Aurora's
 * fault-injection statements.
 */
import type { SqlError } from '../../contract/sql.ts'
import type { ParseColumn, ParseSql } from '../../contract/statement.ts'
import type { Context } from '../mechanism.ts'

export interface SqlDoor {
  parseSql: ParseSql
  parseColumn: ParseColumn
  /** Null when it was carried out; `index` is the instance to which it was given. */
  injectFault(ctx: Context, index: number, text: string): SqlError | null
}
