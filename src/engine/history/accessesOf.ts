/** The operations of a transaction in one form: a register is read as a list of one value. */
import type { HistoryTxn, HistoryValue, TxnHistory } from '../contract/history.ts'

export interface Access {
  kind: 'read' | 'write'
  key: string
  /** What a write gives, or all that a read saw; empty for an empty list. */
  values: HistoryValue[]
}

/** What a read saw; null when that is not known. */
function seenBy({ model }: TxnHistory, { status }: HistoryTxn, value: unknown) {
  if (value === '?') return null
  if (model === 'rw-register') return [value as HistoryValue]
  if (value === null) return status === 'committed' ? [] : null
  return value as HistoryValue[]
}

export function accessesOf(history: TxnHistory, txn: HistoryTxn): Access[] {
  return txn.ops.flatMap(([name, given, value]): Access[] => {
    const key = String(given)
    if (name !== 'r') return [{ kind: 'write', key, values: [value as HistoryValue] }]
    const values = seenBy(history, txn, value)
    return values === null ? [] : [{ kind: 'read', key, values }]
  })
}

/** What a key holds before the first transaction, as a read would see it. */
export function initialOf({ model, initial = {} }: TxnHistory, key: string): HistoryValue[] {
  const given = Object.hasOwn(initial, key) ? initial[key]! : null
  if (model === 'rw-register') return [given as HistoryValue]
  return Array.isArray(given) ? given : []
}
