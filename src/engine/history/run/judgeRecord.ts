/** The verdict on the recorded history of a run (rules G17–G21). */
import type { LevelName, RunAnomaly, RunStep, RunVerdict } from '../../contract/history.ts'
import type { Micros } from '../../contract/units.ts'
import { components } from '../components.ts'
import { walksOf } from '../walks.ts'
import { type CycleSearch, cycleGraph, findCycles, type RunWalk } from './cycleSearch.ts'
import { brokenBy, nameRunCycle } from './nameRunCycle.ts'
import { type RunEdge, type RunGraph, runGraph } from './runGraph.ts'
import { runLevels } from './runLevels.ts'
import { isBefore, orderEdge, sessionEdges, timeLine } from './runOrders.ts'
import type { Recorded, RunRecord } from './runRecord.ts'
import { seenInRun } from './seenInRun.ts'
import { countsOf, transactionsOf } from './viewRun.ts'

type OrderName = CycleSearch['order']

const walks: RunWalk[] = ['writes', 'reads', 'once', 'apart', 'rows', 'any']

/** Anomalies told of one name, and edges looked at for all cycles. */
const mostOfName = 20
const mostSteps = 30_000_000

interface Judging {
  graph: RunGraph
  anomalies: RunAnomaly[]
  hasMore: boolean
  /** By node: 1 = told in a cycle that snapshots allow, 2 = in a worse one. */
  toldIn: Uint8Array
  budget: { left: number }
}

function stepOf({ nodes }: RunGraph, edge: RunEdge): RunStep {
  const { from, to, kind, key, isPredicate, fromAccess, toAccess } = edge
  return {
    ...{ from: nodes[from]!.number, to: nodes[to]!.number, kind, key, isPredicate },
    ...{ fromAt: fromAccess.at, fromFact: fromAccess.fact },
    ...{ toAt: toAccess.at, toFact: toAccess.fact },
  }
}

function tell(judging: Judging, anomaly: RunAnomaly): void {
  const same = judging.anomalies.filter(({ name }) => name === anomaly.name)
  if (same.length < mostOfName) judging.anomalies.push(anomaly)
  else judging.hasMore = true
}

/** Real time closes a cycle from its last transaction to its first. */
function closed({ nodes, nodeOf }: RunGraph, cycle: RunEdge[], order: OrderName): RunEdge[] {
  if (order !== 'realtime') return cycle
  const [last, first] = [nodes[cycle.at(-1)!.to]!, nodes[cycle[0]!.from]!]
  return [orderEdge('realtime', nodeOf, last, first), ...cycle]
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

function searchOf(judging: Judging, order: OrderName, walk: RunWalk, edges: RunEdge[]) {
  const { graph, toldIn, budget } = judging
  const allowed = order === 'process' && (walk === 'once' || walk === 'apart') ? 1 : 0
  const isBeforeOf = (node: number, later: number) => {
    return isBefore(graph.nodes[node]!, graph.nodes[later]!)
  }
  return {
    ...{ graph: cycleGraph(graph.nodes.length, edges), walk, order, budget },
    ...{ isBefore: isBeforeOf, isClosed: toldIn.map(told => (told > allowed ? 1 : 0)) },
  }
}

function nameIn(judging: Judging, order: OrderName, edges: RunEdge[], among: number[]): void {
  const { graph, toldIn } = judging
  for (const walk of walks) {
    const search = searchOf(judging, order, walk, edges)
    const { first, out } = search.graph
    const beside = (from: number, to: number) => {
      return Array.from(out.subarray(first[from], first[from + 1]), edge => edges[edge]!).filter(
        edge => edge.to === to,
      )
    }
    findCycles(search, among, found => {
      const cycle = merged(closed(graph, found, order))
      const named = nameRunCycle(walk, order, cycle, beside)
      for (const { from } of cycle) toldIn[from] = walk === 'any' || walk === 'rows' ? 1 : 2
      const steps = named.edges.map(edge => stepOf(graph, edge))
      tell(judging, {
        name: named.name,
        transactions: [...new Set(steps.map(({ from }) => Number(from)))],
        cycle: steps,
        breaks: brokenBy(walk, order, named.edges),
      })
    })
  }
}

/** Nodes on a cycle of any kind, real time included. */
function nodesOnCycles(graph: RunGraph, sessions: RunEdge[]): number[] {
  const { edges, nodes } = timeLine(graph)
  const all = [...sessions, ...edges]
  const { of, sizes } = components(walksOf(all, nodes, 'any'))
  return [...graph.nodes.keys()].filter(node => sizes[of[node]!]! > 1)
}

function within(edges: RunEdge[], among: number[]): RunEdge[] {
  const inside = new Set(among)
  return edges.filter(({ from, to }) => inside.has(from) && inside.has(to))
}

function levelsOf(graph: RunGraph, all: RunEdge[], among: number[], seen: RunAnomaly[]) {
  const inside = within(all, among)
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
  const budget = { left: mostSteps }
  const judging: Judging = { graph, anomalies: [], hasMore: false, toldIn, budget }
  for (const anomaly of seen) tell(judging, anomaly)
  nameIn(judging, 'none', values, among)
  nameIn(judging, 'process', sessions, among)
  nameIn(judging, 'realtime', sessions, among)
  if (budget.left <= 0) judging.hasMore = true
  return { judging, levels }
}

/** `nameOf` says how people call the session of a transaction. */
export function judgeRecord(
  record: RunRecord,
  at: Micros,
  nameOf: (recorded: Recorded) => string,
): RunVerdict {
  const { judging, levels } = named(runGraph(record))
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
