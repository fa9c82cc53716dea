/** What the engine answers about typed SQL, beside what every run answers. */
import type { RowsAnswer, RowsQuestion } from '../../engine/contract/sqlView.ts'
import type { InterleavingCase } from '../../engine/contract/interleaving.ts'
import type { StatementRecord } from '../../engine/contract/sql.ts'
import type { DurationText } from '../../engine/contract/units.ts'
import type { Problem } from '../../workers/api.ts'
import { type Engine, engineStore } from './engineStore.ts'

export interface SqlWords {
  keywords: string[]
  tables: { name: string; columns: string[] }[]
}

export type ReadScript =
  | { ok: true; cases: { read: InterleavingCase }[] }
  | { ok: false; problems: Problem[] }

interface SqlCalls {
  /** All of the branch up to the instant shown, oldest first. */
  statements(): Promise<StatementRecord[]>
  sqlRows(question: RowsQuestion): Promise<RowsAnswer>
  sqlWords(): Promise<SqlWords>
  /** Plays on until every session is answered or known to wait, then pauses. */
  settleSql(limit?: DurationText): Promise<{ isSettled: boolean }>
  readInterleaving(text: string): Promise<ReadScript>
}

export function withSql(engine: Engine): SqlCalls {
  return engine as unknown as SqlCalls
}

export function sqlEngine(): SqlCalls | null {
  const { engine } = engineStore.getState()
  return engine === null ? null : withSql(engine)
}
