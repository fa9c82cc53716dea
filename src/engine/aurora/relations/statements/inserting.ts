/** An INSERT at work, as its parts pass it on. */
import type { Statement } from '../../../contract/statement.ts'
import type { Scope } from '../expressions/scope.ts'
import type { Work } from '../sessions/work.ts'
import type { Table } from '../tables/tableTypes.ts'

export type Insert = Extract<Statement, { kind: 'insert' }>

export interface Inserting {
  work: Work
  statement: Insert
  table: Table
  /** Of the table: for conflicts and RETURNING. */
  scope: Scope
}
