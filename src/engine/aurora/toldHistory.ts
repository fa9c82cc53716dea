/** Whoever keeps the history of a run, as the engine tells it. */
import type { RunHistory } from '../contract/runHistory.ts'
import type { StatementHistory } from './relations/statementHistory.ts'

export type ToldHistory = RunHistory & StatementHistory
