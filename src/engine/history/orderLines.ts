/**
 * Session and real-time order as lines of stations (rule G9): a transaction leads to the station of
 * its end, stations to later ones, a station to what begins after it. So the number of edges
 * follows the number of transactions. A station is a node behind the transactions.
 */
import type { DependencyKind, HistoryTxn } from '../contract/history.ts'
import type { Edge } from './dependencies.ts'
import type { KnownHistory } from './knownHistory.ts'

export interface Lines {
  edges: Edge[]
  /** Transactions and stations. */
  nodes: number
}

function link(lines: Lines, kind: DependencyKind, from: number, to: number): void {
  lines.edges.push({ from, to, kind, key: null, choice: null })
}

/** What has an unknown outcome may take effect later, so nothing is known to follow it. */
function isEnded({ status }: HistoryTxn): boolean {
  return status === 'committed'
}

export function addSessions(lines: Lines, { history, isCounted }: KnownHistory): void {
  const last = new Map<string | number, number>()
  history.txns.forEach((txn, index) => {
    if (!isCounted[index]) return
    const before = last.get(txn.session)
    if (before !== undefined) link(lines, 'process', before, index)
    if (isEnded(txn)) last.set(txn.session, stationAfter(lines, before, index))
  })
}

function stationAfter(lines: Lines, before: number | undefined, index: number): number {
  const station = lines.nodes++
  if (before !== undefined) link(lines, 'process', before, station)
  link(lines, 'process', index, station)
  return station
}

interface Moment {
  at: number
  isEnd: boolean
  txn: number
}

function momentsOf({ history, isCounted }: KnownHistory): Moment[] {
  const moments = history.txns.flatMap((txn, index): Moment[] => {
    if (!isCounted[index]) return []
    const { start = null, end = null } = txn
    const begun = start === null ? [] : [{ at: start, isEnd: false, txn: index }]
    if (end === null || !isEnded(txn)) return begun
    return [...begun, { at: end, isEnd: true, txn: index }]
  })
  // An end comes before a start only when it is truly earlier.
  return moments.sort((a, b) => a.at - b.at || Number(a.isEnd) - Number(b.isEnd))
}

export function addRealTime(lines: Lines, known: KnownHistory): void {
  let station: number | null = null
  for (const { isEnd, txn } of momentsOf(known)) {
    if (!isEnd) {
      if (station !== null) link(lines, 'realtime', station, txn)
      continue
    }
    const next = lines.nodes++
    if (station !== null) link(lines, 'realtime', station, next)
    link(lines, 'realtime', txn, next)
    station = next
  }
}
