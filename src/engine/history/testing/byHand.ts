/** Short ways to write a history by hand and to read its verdict. */
import type { HistoryOp, HistoryTxn, LevelName, TxnHistory } from '../../contract/history.ts'
import { judgeTransactions } from '../judgeTransactions.ts'

export type Given = Partial<HistoryTxn> & { ops: HistoryOp[] }

export function history(
  model: TxnHistory['model'],
  given: Given[],
  more: Partial<TxnHistory> = {},
) {
  const txns = given.map((txn, index): HistoryTxn => {
    return { id: `t${index}`, session: `s${index}`, status: 'committed', ...txn }
  })
  return { id: 'h', model, timing: 'none', txns, ...more } satisfies TxnHistory as TxnHistory
}

export function heldBy(judged: TxnHistory): LevelName[] {
  const { levels } = judgeTransactions(judged)
  return (Object.keys(levels) as LevelName[]).filter(name => levels[name] === true)
}

export function namesOf(judged: TxnHistory): string[] {
  return judgeTransactions(judged).anomalies.map(({ name }) => name)
}

export const upToCommitted: LevelName[] = ['read-uncommitted', 'read-committed']
export const upToSnapshot: LevelName[] = [...upToCommitted, 'snapshot-isolation']
