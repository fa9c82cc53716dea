/**
 * The versions of each key with what is known of their order (rule G6). A list shows its order; a
 * register's follows from `versionOrder` and from transactions that read before they wrote.
 */
import type { HistoryValue } from '../contract/history.ts'
import { initialOf } from './accessesOf.ts'
import type { KeyOrder, KnownHistory, Version } from './knownHistory.ts'

function keysOf({ accesses }: KnownHistory): string[] {
  return [...new Set(accesses.flatMap(list => list.map(({ key }) => key)))]
}

function readsByKey({ accesses, isCounted }: KnownHistory) {
  const reads = new Map<string, { txn: number; values: HistoryValue[] }[]>()
  accesses.forEach((list, txn) => {
    if (!isCounted[txn]) return
    for (const { kind, key, values } of list) {
      if (kind !== 'read') continue
      if (!reads.has(key)) reads.set(key, [])
      reads.get(key)!.push({ txn, values })
    }
  })
  return reads
}

/** Versions by value: those of counted writers, of a register only the last a transaction wrote. */
function countedWrites(known: KnownHistory, key: string): [HistoryValue, number][] {
  const isList = known.history.model === 'list-append'
  return [...(known.writers.get(key) ?? [])]
    .filter(([, { txn, isFinal }]) => known.isCounted[txn] && (isList || isFinal))
    .map(([value, { txn }]) => [value, txn])
}

interface Draft extends KeyOrder {
  place: Map<HistoryValue, number>
}

function draft(known: KnownHistory, key: string, first: [HistoryValue, number][]): Draft {
  const versions: Version[] = [{ writer: -1, readers: [] }]
  const place = new Map(initialOf(known.history, key).map(value => [value, 0]))
  for (const [value, writer] of first) {
    place.set(value, versions.length)
    versions.push({ writer, readers: [] })
  }
  return { key, versions, settled: 1, fixed: [], place }
}

/** The last version that a read saw and that the reader did not write itself. */
function seenPlace(order: Draft, txn: number, values: HistoryValue[]): number {
  for (let k = values.length - 1; k >= 0; k--) {
    const place = order.place.get(values[k]!)
    if (place !== undefined && order.versions[place]!.writer !== txn) return place
  }
  return 0
}

type Reads = { txn: number; values: HistoryValue[] }[]

function listOrder(known: KnownHistory, key: string, reads: Reads): Draft {
  const writes = countedWrites(known, key)
  let longest: HistoryValue[] = []
  for (const { values } of reads) if (values.length > longest.length) longest = values
  const writerOf = new Map(writes)
  const shown = [...new Set(longest)].filter(value => writerOf.has(value))
  const isShown = new Set(shown)
  const hidden = writes.filter(([value]) => !isShown.has(value))
  const seen = shown.map((value): [HistoryValue, number] => [value, writerOf.get(value)!])
  const order = draft(known, key, [...seen, ...hidden])
  order.settled = shown.length + 1
  return order
}

/** Values that `versionOrder` names come first and in its order. */
function inGivenOrder(known: KnownHistory, key: string): [HistoryValue, number][] {
  const writes = countedWrites(known, key)
  const given = known.history.versionOrder ?? {}
  const named = new Map((Object.hasOwn(given, key) ? given[key]! : []).map((v, k) => [v, k]))
  const rank = ([value]: [HistoryValue, number]) => named.get(value) ?? named.size
  return writes.sort((a, b) => rank(a) - rank(b))
}

function addGivenOrder(known: KnownHistory, order: Draft): void {
  const given = known.history.versionOrder ?? {}
  const named = Object.hasOwn(given, order.key) ? given[order.key]! : []
  const count = named.filter(value => (order.place.get(value) ?? 0) > 0).length
  if (count === order.versions.length - 1) order.settled = order.versions.length
  for (let k = 2; k <= count; k++) order.fixed.push([k - 1, k])
}

function registerOrder(known: KnownHistory, key: string, reads: Reads): Draft {
  const order = draft(known, key, inGivenOrder(known, key))
  const own = new Map(order.versions.map(({ writer }, place) => [writer, place]))
  addGivenOrder(known, order)
  for (const { txn, values } of reads) {
    const [from, to] = [order.place.get(values[0]!), own.get(txn)]
    if (from !== undefined && from > 0 && to !== undefined && from !== to) {
      order.fixed.push([from, to])
    }
  }
  return order
}

export function keyOrders(known: KnownHistory): KeyOrder[] {
  const reads = readsByKey(known)
  const orderOf = known.history.model === 'list-append' ? listOrder : registerOrder
  return keysOf(known).map(key => {
    const mine = reads.get(key) ?? []
    const order = orderOf(known, key, mine)
    for (const read of mine) {
      const { txn, values } = read
      const { readers } = order.versions[seenPlace(order, txn, values)]!
      if (isVersion(known, key, read) && readers.at(-1) !== txn) readers.push(txn)
    }
    const { versions, settled, fixed } = order
    return { key, versions, settled, fixed }
  })
}

/** A register's read of its own, or of what nobody keeps (aborted, replaced), saw no version. */
function isVersion(known: KnownHistory, key: string, { txn, values }: Reads[number]): boolean {
  if (known.history.model === 'list-append') return true
  if (initialOf(known.history, key)[0] === values[0]) return true
  const writer = known.writers.get(key)?.get(values[0]!)
  if (writer === undefined || writer.txn === txn) return false
  return writer.isFinal && known.isCounted[writer.txn]!
}
