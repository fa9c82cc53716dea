/**
 * The obvious twin of the verdict: every order of a handful of transactions, every snapshot, and
 * every guess at unknown outcomes. Slow, and right by its shape.
 */
import type { HistoryTxn, TxnHistory } from '../../contract/history.ts'
import { accessesOf, initialOf } from '../accessesOf.ts'

type Store = Map<string, unknown[]>

function permutations<T>(items: T[]): T[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item, index) => {
    const rest = items.filter((_, other) => other !== index)
    return permutations(rest).map(tail => [item, ...tail])
  })
}

/** All subsets of unknown ones, each with all committed ones. */
function guesses({ txns }: TxnHistory): HistoryTxn[][] {
  let lists: HistoryTxn[][] = [[]]
  for (const txn of txns) {
    if (txn.status === 'aborted') continue
    const taken = lists.map(list => [...list, txn])
    lists = txn.status === 'committed' ? taken : [...lists, ...taken]
  }
  return lists
}

/** Runs a transaction on a store; false when it would have read something else. */
function runs(history: TxnHistory, txn: HistoryTxn, store: Store): boolean {
  for (const { kind, key, values } of accessesOf(history, txn)) {
    const held = store.get(key) ?? initialOf(history, key)
    if (kind === 'read' && JSON.stringify(values) !== JSON.stringify(held)) return false
    if (kind === 'write') {
      store.set(key, history.model === 'list-append' ? [...held, ...values] : values)
    }
  }
  return true
}

export type Before = (a: HistoryTxn, b: HistoryTxn) => boolean

export function sessionOrder({ txns }: TxnHistory): Before {
  return (a, b) =>
    a.session === b.session && a.status === 'committed' && txns.indexOf(a) < txns.indexOf(b)
}

export function clockOrder(history: TxnHistory): Before {
  const inSession = sessionOrder(history)
  return (a, b) => inSession(a, b) || (a.status === 'committed' && a.end! < b.start!)
}

function respects(order: HistoryTxn[], before: Before): boolean {
  return order.every((later, index) => order.slice(0, index).every(its => !before(later, its)))
}

export function isSerial(history: TxnHistory, before: Before): boolean {
  return guesses(history).some(txns =>
    permutations(txns).some(order => {
      const store: Store = new Map()
      return respects(order, before) && order.every(txn => runs(history, txn, store))
    }),
  )
}

function keysWritten(history: TxnHistory, txn: HistoryTxn): string[] {
  return accessesOf(history, txn).flatMap(({ kind, key }) => (kind === 'write' ? [key] : []))
}

function storeAfter(history: TxnHistory, order: HistoryTxn[]): Store {
  const store: Store = new Map()
  for (const txn of order) {
    for (const { kind, key, values } of accessesOf(history, txn)) {
      if (kind !== 'write') continue
      const held = store.get(key) ?? initialOf(history, key)
      store.set(key, history.model === 'list-append' ? [...held, ...values] : values)
    }
  }
  return store
}

/** Some snapshot explains its reads, and nothing committed since writes what it writes. */
function hasSnapshot(history: TxnHistory, order: HistoryTxn[], at: number, before: Before) {
  const txn = order[at]!
  const own = keysWritten(history, txn)
  for (let from = at; from >= 0; from--) {
    const since = order.slice(from, at)
    if (since.some(its => before(its, txn))) return false
    if (since.some(its => keysWritten(history, its).some(key => own.includes(key)))) return false
    if (runs(history, txn, storeAfter(history, order.slice(0, from)))) return true
  }
  return false
}

export function isSnapshot(history: TxnHistory, before: Before): boolean {
  return guesses(history).some(txns =>
    permutations(txns).some(order => {
      if (!respects(order, before)) return false
      return order.every((_, at) => hasSnapshot(history, order, at, before))
    }),
  )
}
