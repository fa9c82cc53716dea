/**
 * What a history of clients tells for certain (rules G4–G6): who counts as committed, which version
 * each read saw, and for each key the versions with the pairs whose order is known.
 */
import type { HistoryValue, TxnHistory } from '../contract/history.ts'
import { type Access, accessesOf } from './accessesOf.ts'

/** A version of a key; writer -1 stands for the initial one. */
export interface Version {
  writer: number
  readers: number[]
}

export interface KeyOrder {
  key: string
  /** The initial one first. */
  versions: Version[]
  /** So many from the front are in order, and older than all behind them. */
  settled: number
  /** Places behind those in `versions`: the first is older than the second. */
  fixed: [number, number][]
}

export interface Writes {
  txn: number
  isFinal: boolean
}

export interface KnownHistory {
  history: TxnHistory
  count: number
  isCounted: boolean[]
  accesses: Access[][]
  /** Key → value → who wrote it, aborted ones included. */
  writers: Map<string, Map<HistoryValue, Writes>>
}

function writersOf(accesses: Access[][]): KnownHistory['writers'] {
  const writers: KnownHistory['writers'] = new Map()
  accesses.forEach((list, txn) => {
    const last = new Map<string, Writes>()
    for (const { kind, key, values } of list) {
      if (kind !== 'write') continue
      const before = last.get(key)
      if (before !== undefined) before.isFinal = false
      const own = { txn, isFinal: true }
      last.set(key, own)
      if (!writers.has(key)) writers.set(key, new Map())
      writers.get(key)!.set(values[0]!, own)
    }
  })
  return writers
}

/** An unknown outcome counts as a commit when a counted transaction saw it (rule G5). */
function countSeen(known: KnownHistory): void {
  const { history, accesses, writers, isCounted } = known
  const open = history.txns.flatMap(({ status }, txn) => (status === 'committed' ? [txn] : []))
  const see = (key: string, value: HistoryValue) => {
    const writer = writers.get(key)?.get(value)
    if (writer === undefined || isCounted[writer.txn]) return
    if (history.txns[writer.txn]!.status !== 'unknown') return
    isCounted[writer.txn] = true
    open.push(writer.txn)
  }
  for (const txn of open) isCounted[txn] = true
  for (const [key, values] of Object.entries(history.versionOrder ?? {})) {
    for (const value of values) see(key, value)
  }
  for (let txn = open.pop(); txn !== undefined; txn = open.pop()) {
    for (const { kind, key, values } of accesses[txn]!) {
      if (kind === 'read') for (const value of values) see(key, value)
    }
  }
}

export function knownHistory(history: TxnHistory): KnownHistory {
  const accesses = history.txns.map(txn => accessesOf(history, txn))
  const count = history.txns.length
  const isCounted = history.txns.map(() => false)
  const known = { history, count, isCounted, accesses, writers: writersOf(accesses) }
  countSeen(known)
  return known
}
