/**
 * Dangerous structures (Cahill, Röhm, Fekete, SIGMOD 2008; Ports, Grittner, VLDB 2012): a reader
 * missed a pivot's write, and the pivot missed the write of one that committed first of the three.
 * Without it there is no cycle. Rule I15.
 */
import type { Ssi, SsiTransaction } from './ssiTypes.ts'

/** Would be dangerous: `reader` missed a write of `writer`. */
export function isDangerous(ssi: Ssi, reader: SsiTransaction, writer: SsiTransaction): boolean {
  if (writer.committed !== null && writer.earliestOut !== null) return true
  return isPivotWriting(ssi, reader, writer) || isPivotReading(ssi, reader, writer)
}

/** reader → writer → one that committed before both; a read-only reader must have seen that. */
function isPivotWriting(ssi: Ssi, reader: SsiTransaction, writer: SsiTransaction): boolean {
  return transactionsOf(ssi, writer.out).some(({ prepared }) => {
    if (prepared === null) return false
    if (reader.committed !== null && prepared > reader.committed) return false
    if (writer.committed !== null && prepared > writer.committed) return false
    return !reader.isReadOnly || prepared <= reader.snapshot
  })
}

/** one more → reader → writer, and the writer committed before both. */
function isPivotReading(ssi: Ssi, reader: SsiTransaction, { prepared }: SsiTransaction): boolean {
  if (prepared === null || reader.isReadOnly) return false
  return transactionsOf(ssi, reader.in).some(first => {
    if (first.isDoomed) return false
    if (first.committed !== null && first.committed < prepared) return false
    return !first.isReadOnly || first.snapshot >= prepared
  })
}

export function transactionsOf(ssi: Ssi, numbers: Iterable<number>): SsiTransaction[] {
  const found = [...numbers].map(number => ssi.transactions.get(number))
  return found.filter(transaction => transaction !== undefined)
}
