/** What a broken law of typed SQL says. */
import type { Sentences } from './template.ts'

export const sqlLawSentences: Sentences = {
  'law.noDirtyWrite':
    'Transaction {transaction} changed row {row} of {table} over an open change of {other}.',
  'law.undoneRowsAreGone':
    'Row {row} of {table} has a version of transaction {transaction}, which was rolled back.',
  'law.readViewsStay':
    'The read view of {session} shows row {row} of {table} otherwise than before.',
  'law.grantedLocksAgree':
    '{instance} gave transactions {transaction} and {other} locks on {table} {row} that exclude ' +
    'each other.',
  'law.noCycleOutlives':
    'Transaction {transaction} on {instance} waits for itself, and nobody is given up.',
  'law.releasedLocksWake':
    'Transaction {transaction} on {instance} could go on and nobody has woken it.',
  'law.keysAreUnique': 'Two rows of {table} have the key of row {row} in {index}.',
}
