/** Anomalies that single reads show, without any cycle (rules G1 and G3). */
import type { Anomaly, HistoryValue } from '../contract/history.ts'
import { type Access, initialOf } from './accessesOf.ts'
import type { KnownHistory } from './knownHistory.ts'
import type { Walk } from './walks.ts'

/** How much a level excludes them: as the class of cycles that it stands beside. */
export const seenClasses: Record<string, Walk> = {
  'garbage-read': 'writes',
  'duplicate-elements': 'writes',
  'future-read': 'writes',
  G1a: 'reads',
  G1b: 'reads',
  'dirty-update': 'reads',
  'incompatible-order': 'reads',
  internal: 'apart',
}

interface Look {
  known: KnownHistory
  txn: number
  found: Map<string, Anomaly>
}

function tell({ known, found }: Look, name: string, txns: number[]): void {
  const transactions = [...new Set(txns)].map(txn => known.history.txns[txn]!.id)
  const anomaly = { name, transactions, cycle: [] }
  found.set(JSON.stringify([name, transactions]), anomaly)
}

function isLater(own: Access[], from: number, key: string, value: HistoryValue): boolean {
  return own.slice(from).some(its => {
    return its.kind === 'write' && its.key === key && its.values[0] === value
  })
}

/** Who wrote what a read saw: nobody, itself only later, or somebody who rolled back. */
function lookAtWriters(look: Look, own: Access[], index: number): void {
  const { known, txn } = look
  const { key, values } = own[index]!
  const initial = initialOf(known.history, key)
  for (const value of values) {
    if (initial.includes(value)) continue
    const writer = known.writers.get(key)?.get(value)
    if (writer === undefined) tell(look, 'garbage-read', [txn])
    else if (writer.txn === txn) {
      if (isLater(own, index, key, value)) tell(look, 'future-read', [txn])
    } else if (known.history.txns[writer.txn]!.status === 'aborted') {
      tell(look, 'G1a', [writer.txn, txn])
    }
  }
}

/** A read that ends in what its writer replaced or continued before it committed. */
function lookForIntermediate(look: Look, { key, values }: Access): void {
  const { known, txn } = look
  const last = values.at(-1)
  const writer = last === undefined ? undefined : known.writers.get(key)?.get(last)
  if (writer === undefined || writer.isFinal || writer.txn === txn) return
  if (known.isCounted[writer.txn]) tell(look, 'G1b', [writer.txn, txn])
}

interface Expected {
  values: HistoryValue[]
  /** Only the end is known: nothing was read before the first append. */
  isEnd: boolean
}

function isSame(a: HistoryValue[], b: HistoryValue[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index])
}

function agrees(seen: HistoryValue[], { values, isEnd }: Expected): boolean {
  return isSame(isEnd && values.length > 0 ? seen.slice(-values.length) : seen, values)
}

function lookInside(look: Look, own: Access[]): void {
  const isList = look.known.history.model === 'list-append'
  const expected = new Map<string, Expected>()
  for (const { kind, key, values } of own) {
    const before = expected.get(key)
    if (kind === 'write') {
      const held = isList ? [...(before?.values ?? []), ...values] : values
      expected.set(key, { values: held, isEnd: isList && (before?.isEnd ?? true) })
      continue
    }
    if (before !== undefined && !agrees(values, before)) tell(look, 'internal', [look.txn])
    expected.set(key, { values, isEnd: false })
  }
}

/** A commit built on what had been rolled back: appended behind it, or read and replaced. */
function lookForDirtyUpdate(look: Look, own: Access[]): void {
  const { known, txn } = look
  const statusOf = (writer: number) => known.history.txns[writer]!.status
  for (const { kind, key, values } of own) {
    if (kind !== 'read') continue
    const writers = values.map(value => known.writers.get(key)?.get(value)?.txn ?? -1)
    writers.forEach((writer, k) => {
      const next = writers[k + 1] ?? (ownWrite(own, key) ? txn : -1)
      if (writer < 0 || next < 0 || !known.isCounted[next]) return
      if (statusOf(writer) === 'aborted') tell(look, 'dirty-update', [writer, next])
    })
  }
}

function ownWrite(own: Access[], key: string): boolean {
  return own.some(its => its.kind === 'write' && its.key === key)
}

/** Two reads of a list neither of which begins with the other. */
function lookAtOrders(look: Look): void {
  const { known } = look
  const longest = new Map<string, { txn: number; values: HistoryValue[] }>()
  const reads = known.accesses.flatMap((own, txn) => {
    if (!known.isCounted[txn]) return []
    return own.flatMap(({ kind, key, values }) => (kind === 'read' ? [{ txn, key, values }] : []))
  })
  for (const read of reads) {
    if (read.values.length > (longest.get(read.key)?.values.length ?? -1))
      longest.set(read.key, read)
  }
  for (const { txn, key, values } of reads) {
    const long = longest.get(key)!
    if (values.every((value, index) => value === long.values[index])) continue
    tell(
      look,
      'incompatible-order',
      [txn, long.txn].sort((a, b) => a - b),
    )
  }
}

/** The last read of a key shows a repeated element as well as all of them. */
function lookForDuplicates(look: Look, { values }: Access): void {
  if (new Set(values).size < values.length) tell(look, 'duplicate-elements', [look.txn])
}

function lookAtTransaction(look: Look): void {
  const own = look.known.accesses[look.txn]!
  own.forEach((access, index) => {
    if (access.kind !== 'read') return
    lookAtWriters(look, own, index)
    lookForIntermediate(look, access)
    lookForDuplicates(look, access)
  })
  lookInside(look, own)
  lookForDirtyUpdate(look, own)
}

export function seenAnomalies(known: KnownHistory): Anomaly[] {
  const found = new Map<string, Anomaly>()
  known.accesses.forEach((_, txn) => {
    if (known.isCounted[txn]) lookAtTransaction({ known, txn, found })
  })
  if (known.history.model === 'list-append') lookAtOrders({ known, txn: -1, found })
  return [...found.values()]
}
