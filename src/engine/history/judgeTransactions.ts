/**
 * The verdict on a history of transactions (rules G4–G13): which levels it still satisfies, and the
 * anomalies that say why not.
 */
import type { Anomaly, Holds, LevelName, TxnHistory, TxnVerdict } from '../contract/history.ts'
import { certainEdges, type Edge, readEdges } from './dependencies.ts'
import { fileOrder, findOrder, type Question } from './findOrder.ts'
import { keyOrders } from './keyOrders.ts'
import { type KeyOrder, type KnownHistory, knownHistory } from './knownHistory.ts'
import { excludedBy, inListedOrder, type Level, levelNames, levels } from './levels.ts'
import { lostUpdates } from './lostUpdates.ts'
import { nameCycles, type Told } from './nameCycles.ts'
import { addRealTime, addSessions, type Lines } from './orderLines.ts'
import { seenAnomalies, seenClasses } from './seenAnomalies.ts'

/** Edges looked at for one level (rule G11). */
const mostSteps = 6_000_000

type OrderName = Level['order']

interface Judging {
  known: KnownHistory
  orders: KeyOrder[]
  reads: Edge[]
  lines: Record<OrderName, Lines>
  holds: Map<LevelName, Holds>
  /** Of the strongest level that holds: its order of versions, as edges. */
  best: Edge[] | null
}

function linesOf(known: KnownHistory): Judging['lines'] {
  const none = { edges: [], nodes: known.count }
  const process = { edges: [], nodes: known.count }
  if (known.history.timing !== 'none') addSessions(process, known)
  const realtime: Lines = { edges: [...process.edges], nodes: process.nodes }
  if (known.history.timing === 'realtime') addRealTime(realtime, known)
  return { none, process, realtime }
}

function isTold({ timing }: TxnHistory, order: OrderName): boolean {
  return order === 'none' || timing === 'realtime' || timing === order.replace('process', 'session')
}

function questionOf(judging: Judging, { walk, order }: Level): Question {
  const { orders, reads, lines, known } = judging
  const { edges, nodes } = lines[order]
  const budget = { left: mostSteps }
  const all = [...reads, ...edges]
  return { orders, edges: all, nodes, count: known.count, walk, budget }
}

function isWeaker(name: LevelName, than: LevelName): boolean {
  return levels[than].implies.some(next => next === name || isWeaker(name, next))
}

function settle(judging: Judging, name: LevelName, held: Holds): void {
  const { holds } = judging
  holds.set(name, held)
  if (held === 'undecided') return
  for (const other of levelNames) {
    if (held ? isWeaker(other, name) : isWeaker(name, other)) holds.set(other, held)
  }
}

/** Weakest first, so that what breaks one level spares the search for those above it. */
function judgeLevels(judging: Judging): void {
  for (const name of [...levelNames].reverse()) {
    if (judging.holds.has(name)) continue
    // Without predicates PL-2.99 and PL-3 exclude the same cycles.
    if (name === 'serializable') {
      settle(judging, name, judging.holds.get('repeatable-read')!)
      continue
    }
    if (!isTold(judging.known.history, levels[name].order)) {
      judging.holds.set(name, 'undecided')
      continue
    }
    const answer = findOrder(questionOf(judging, levels[name]))
    if (answer === 'undecided') settle(judging, name, answer)
    else settle(judging, name, answer !== null)
    if (answer !== 'undecided' && answer !== null) judging.best = answer
  }
}

/** Most histories hold in the order of their file: then nothing has to be searched. */
function tryFileOrder(judging: Judging): void {
  const open = levelNames.filter(name => {
    return !judging.holds.has(name) && isTold(judging.known.history, levels[name].order)
  })
  for (const name of open) {
    const edges = fileOrder(questionOf(judging, levels[name]))
    if (edges === null) continue
    settle(judging, name, true)
    judging.best = edges
    return
  }
}

function excludeSeen(judging: Judging, seen: Anomaly[]): void {
  for (const { name } of seen) {
    for (const level of excludedBy(seenClasses[name]!, 'none')) judging.holds.set(level, false)
  }
}

function named(judging: Judging, edges: Edge[]): Told[] {
  const { known, lines } = judging
  const names: OrderName[] = ['none', 'process', 'realtime']
  const layers = names.map(order => {
    return { order, edges: [...edges, ...lines[order].edges], nodes: lines[order].nodes }
  })
  return nameCycles(known, layers, inListedOrder(judging.holds))
}

/** Cycles that stand in every order, when they say it all; else those of the best order found. */
function cyclesOf(judging: Judging, seen: Anomaly[]): Anomaly[] {
  const { orders, reads, best, holds } = judging
  const sure = named(judging, [...reads, ...certainEdges(orders, lostUpdates(orders))])
  const bySight = seen.flatMap(({ name }) => excludedBy(seenClasses[name]!, 'none'))
  const told = new Set([...bySight, ...sure.flatMap(({ breaks }) => breaks)])
  const isWhole = levelNames.every(name => holds.get(name) !== false || told.has(name))
  const isValue = ({ kind }: Edge) => kind !== 'process' && kind !== 'realtime'
  const cycles = isWhole || best === null ? sure : named(judging, best.filter(isValue))
  return cycles.map(({ anomaly }) => anomaly)
}

export function judgeTransactions(history: TxnHistory): TxnVerdict {
  const known = knownHistory(history)
  const orders = keyOrders(known)
  const seen = seenAnomalies(known)
  const judging: Judging = {
    ...{ known, orders, reads: readEdges(orders), lines: linesOf(known) },
    ...{ holds: new Map(), best: null },
  }
  excludeSeen(judging, seen)
  tryFileOrder(judging)
  judgeLevels(judging)
  const anomalies = [...seen, ...cyclesOf(judging, seen)]
  return { id: history.id, anomalies, levels: inListedOrder(judging.holds) }
}
