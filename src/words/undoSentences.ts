/** What is said of undo, of readers that hear nothing, and of what Aurora is compared with. */
import type { Sentences } from './template.ts'

export const undoSentences: Sentences = {
  'undo.caption': ({ transactions, rows }) =>
    transactions === 1
      ? '{instance} is open and takes new work. Beside it, it undoes one interrupted ' +
        'transaction: ' +
        (rows === 1 ? 'one row is left.' : '{rows~} rows are left.')
      : '{instance} is open and takes new work. Beside it, it undoes {transactions~} interrupted ' +
        'transactions: {rows~} rows are left.',
  'undo.hint': ({ waiting }) =>
    waiting === 0
      ? 'Nobody waits for it: only who wants one of these rows would.'
      : 'Who wants one of these rows waits until it is put back.',
  'failover.readerCutOff':
    '{reader} hears nothing of {writer} and shows what was {lagMicros} ago. Its users read on, ' +
    'and nobody waits for it.',
  'comparison.groupCommit':
    'This is classic group commit, not Aurora: a batch leaves when it holds {records} records, ' +
    'or after {longestMicros}.',
  'comparison.quorumRead':
    'This is a quorum read, not Aurora: a page is asked of five copies, and three must answer.',
  'fact.UndoBegan':
    '{instance} found {transactions~} interrupted transactions with {rows~} changed rows, and ' +
    'undoes them beside its work.',
  'fact.UndoEnded':
    '{instance} has undone {transactions~} transactions, {tookMicros} after opening.',
  'fact.TransactionUndone':
    '{instance} has undone transaction {transaction}: {rows~} rows are free.',
  'law.ownedRowsRest':
    'Transaction {transaction} changed a row on page {page} (LSN {lsn}) that waits to be put back.',
}
