/** The verdict on the recorded history of a run (rules G17–G21). */
import type { LevelName, RunAnomaly, RunStep, RunVerdict } from '../../contract/history.ts'
import type { Micros } from '../../contract/units.ts'
import { components } from '../components.ts'
import { walksOf } from '../walks.ts'
import { createRunGraph } from './createRunGraph.ts'
import {
  type CycleGraph,
  type CycleSearch,
  cycleGraph,
  findCycles,
  isOrder,
  type RunWalk,
} from './cycleSearch.ts'
import { type Beside, brokenBy, nameRunCycle } from './nameRunCycle.ts'
import type { RunEdge, RunGraph } from './runGraph.ts'
import { ofRows, runLevels } from './runLevels.ts'
import { isBefore, orderEdge, sessionEdges, timeLine } from './runOrders.ts'
import type { Recorded, RunRecord } from './runRecord.ts'
import { seenInRun } from './seenInRun.ts'
import { countsOf, transactionsOf } from './viewRun.ts'

type OrderName = CycleSearch['order']

const walks: RunWalk[] = ['writes', 'reads', 'once', 'apart', 'rows', 'any']

/** Anomalies told of one name, and edges looked at for the cycles of one class. */
const mostOfName = 20
const mostSteps = 1_000_000

interface Judging {
  graph: RunGraph
  anomalies: RunAnomaly[]
  hasMore: boolean
  /** By node: 1 = told in a cycle that snapshots allow, 2 = in a worse one. */
  toldIn: Uint8Array
}

/** An order leads from where a user has the answer to where one sends. */
function stepOf({ nodes }: RunGraph, edge: RunEdge): RunStep {
  const { kind, key, isPredicate, fromAccess, toAccess } = edge
  const [from, to] = [nodes[edge.from]!, nodes[edge.to]!]
  return {
    ...{ from: from.number, to: to.number, kind, key, isPredicate },
    ...{ fromAt: isOrder(kind) ? (from.heardAt ?? 0) : fromAccess.at, fromFact: fromAccess.fact },
    ...{ toAt: isOrder(kind) ? to.sentAt : toAccess.at, toFact: toAccess.fact },
  }
}

function tell(judging: Judging, anomaly: RunAnomaly): void {
  const same = judging.anomalies.filter(({ name }) => name === anomaly.name)
  if (same.length < mostOfName) judging.anomalies.push(anomaly)
  else judging.hasMore = true
}

/** Real time closes a cycle from its last transaction to its first. */
function closed({ nodes }: RunGraph, cycle: RunEdge[], order: OrderName): RunEdge[] {
  if (order !== 'realtime') return cycle
  const [last, first] = [nodes[cycle.at(-1)!.to]!, nodes[cycle[0]!.from]!]
  return [orderEdge('realtime', last, first), ...cycle]
}

/** A session's next but one is later too. */
function merged(cycle: RunEdge[]): RunEdge[] {
  const begin = cycle.findIndex(({ kind }) => kind !== 'process')
  const turned = [...cycle.slice(begin), ...cycle.slice(0, begin)]
  const steps: RunEdge[] = []
  for (const edge of turned) {
    const last = steps.at(-1)
    if (edge.kind !== 'process' || last?.kind !== 'process') steps.push(edge)
    else steps[steps.length - 1] = { ...last, to: edge.to, toAccess: edge.toAccess }
  }
  return steps
}

/** Transactions on a cycle of this class; real time is left to the search. */
function candidates({ nodes, edges }: CycleGraph, walk: RunWalk, among: number[]): number[] {
  const isOfRows = walk === 'rows'
  const used = isOfRows ? ofRows(edges) : edges
  const wide = walk === 'once' ? 'apart' : isOfRows ? 'any' : walk
  const { of, sizes } = components(walksOf(used, nodes, wide))
  const twice = wide === 'apart' ? nodes : 0
  return among.filter(node => sizes[of[node]!]! > 1 || sizes[of[node + twice]!]! > 1)
}

function isClosedIn(toldIn: Uint8Array, order: OrderName, walk: RunWalk): Uint8Array {
  const allowed = order === 'process' && (walk === 'once' || walk === 'apart') ? 1 : 0
  return toldIn.map(told => (told > allowed ? 1 : 0))
}

/** Edges that lead from one node to another. */
function besideIn({ first, out, edges }: CycleGraph): Beside {
  return (from, to) => {
    const leaving = out.subarray(first[from], first[from + 1])
    return Array.from(leaving, edge => edges[edge]!).filter(edge => edge.to === to)
  }
}

function tellCycle(judging: Judging, search: CycleSearch, found: RunEdge[]): void {
  const { graph, toldIn } = judging
  const { order, walk } = search
  const cycle = merged(closed(graph, found, order))
  const named = nameRunCycle(walk, order, cycle, besideIn(search.graph))
  for (const { from } of cycle) toldIn[from] = walk === 'any' || walk === 'rows' ? 1 : 2
  const steps = named.edges.map(edge => stepOf(graph, edge))
  tell(judging, {
    name: named.name,
    transactions: [...new Set(steps.map(({ from }) => Number(from)))],
    cycle: steps,
    breaks: brokenBy(walk, order, named.edges),
  })
}

function nameIn(judging: Judging, order: OrderName, edges: RunEdge[], among: number[]): void {
  const { nodes } = judging.graph
  if (among.length === 0) return
  const graph = cycleGraph(nodes.length, edges)
  const isBeforeOf = (node: number, later: number) => isBefore(nodes[node]!, nodes[later]!)
  for (const walk of walks) {
    const starts = order === 'realtime' ? among : candidates(graph, walk, among)
    const budget = { left: mostSteps }
    const isClosed = isClosedIn(judging.toldIn, order, walk)
    const search = { graph, walk, order, isBefore: isBeforeOf, isClosed, budget }
    findCycles(search, starts, found => tellCycle(judging, search, found))
    if (budget.left <= 0) judging.hasMore = true
  }
}

/** Nodes on a cycle of any kind, real time included. */
function nodesOnCycles(graph: RunGraph, sessions: RunEdge[]): number[] {
  const { edges, nodes } = timeLine(graph)
  const all = [...sessions, ...edges]
  const { of, sizes } = components(walksOf(all, nodes, 'any'))
  return [...graph.nodes.keys()].filter(node => sizes[of[node]!]! > 1)
}

function within(edges: RunEdge[], among: number[], nodes: number): RunEdge[] {
  if (among.length === 0) return []
  const isInside = new Uint8Array(nodes)
  for (const node of among) isInside[node] = 1
  return edges.filter(({ from, to }) => isInside[from] === 1 && isInside[to] === 1)
}

function levelsOf(graph: RunGraph, all: RunEdge[], among: number[], seen: RunAnomaly[]) {
  const inside = within(all, among, graph.nodes.length)
  const values = inside.filter(({ kind }) => kind !== 'process')
  const layers = { nodes: graph.nodes.length, values, sessions: inside }
  const isUndone = seen.length > 0
  const levels: Record<LevelName, boolean> = runLevels(
    { ...layers, hasCycleInTime: among.length > 0 },
    isUndone,
  )
  return { levels, values, sessions: inside }
}

function named(graph: RunGraph): { judging: Judging; levels: Record<LevelName, boolean> } {
  const all = [...graph.edges, ...sessionEdges(graph)]
  const among = nodesOnCycles(graph, all)
  const seen = seenInRun(graph)
  const { levels, values, sessions } = levelsOf(graph, all, among, seen)
  const toldIn = new Uint8Array(graph.nodes.length)
  const judging: Judging = { graph, anomalies: [], hasMore: false, toldIn }
  for (const anomaly of seen) tell(judging, anomaly)
  nameIn(judging, 'none', values, among)
  nameIn(judging, 'process', sessions, among)
  nameIn(judging, 'realtime', sessions, among)
  return { judging, levels }
}

/** `nameOf` says how people call the session of a transaction. */
export function judgeRecord(
  record: RunRecord,
  at: Micros,
  nameOf: (recorded: Recorded) => string,
): RunVerdict {
  const { judging, levels } = named(createRunGraph(record))
  const { anomalies, hasMore } = judging
  const { from, dropped } = record
  const told = new Set(anomalies.flatMap(({ transactions }) => transactions))
  return {
    ...{ at, anomalies, levels },
    transactions: transactionsOf(record, told, nameOf),
    counts: countsOf(record),
    bounds: { from, dropped, hasMore },
  }
}
