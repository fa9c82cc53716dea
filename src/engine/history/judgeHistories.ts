/** One answer a history, in the order of the file (Formats §7). */
import type { HistoryFile, LinVerdict, TxnVerdict } from '../contract/history.ts'
import { judgeOperations } from './judgeOperations.ts'
import { judgeTransactions } from './judgeTransactions.ts'

export function judgeHistories(file: HistoryFile): (TxnVerdict | LinVerdict)[] {
  if (file.format === 'txn-history/1') return file.histories.map(judgeTransactions)
  return file.histories.map(judgeOperations)
}
