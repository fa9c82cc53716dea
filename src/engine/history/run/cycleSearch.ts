/**
 * The smallest cycles of one class through a graph (rules G10, G20): a search in breadth from each
 * transaction, short cycles of all before longer ones. Transactions of a cycle that was told are
 * closed, so that cycles told have none in common and say something new each.
 */
import type { DependencyKind } from '../../contract/history.ts'
import type { RunEdge } from './runGraph.ts'

/** G0 · G1c · one anti-dependency · never two in a row · any, of rows alone · any. */
export type RunWalk = 'writes' | 'reads' | 'once' | 'apart' | 'rows' | 'any'

export interface CycleGraph {
  nodes: number
  edges: RunEdge[]
  /** Edges that leave node n: `out[first[n]]` to before `out[first[n + 1]]`. */
  first: Int32Array
  out: Int32Array
  /** By node and phase: the last search that came there. */
  reachedBy: Int32Array
  searches: number
}

export interface CycleSearch {
  graph: CycleGraph
  walk: RunWalk
  /** The kind of order that must lie in the cycle; real time closes it. */
  order: 'none' | 'process' | 'realtime'
  /** Real time: is the end of the first before the start of the second? */
  isBefore(node: number, later: number): boolean
  isClosed: Uint8Array
  /** Edges that may still be looked at. */
  budget: { left: number }
}

export function cycleGraph(nodes: number, edges: RunEdge[]): CycleGraph {
  const first = new Int32Array(nodes + 1)
  for (const { from } of edges) first[from + 1]! += 1
  for (let node = 0; node < nodes; node++) first[node + 1]! += first[node]!
  const free = first.slice()
  const out = new Int32Array(edges.length)
  for (let index = 0; index < edges.length; index++) out[free[edges[index]!.from]!++] = index
  return { nodes, edges, first, out, reachedBy: new Int32Array(nodes * 4), searches: 0 }
}

/** Bit 0: an anti-dependency was taken (`once`), or just now (`apart`). Bit 1: an order was. */
function nextPhase(walk: RunWalk, phase: number, edge: RunEdge): number {
  const { kind, isPredicate } = edge
  if (kind !== 'rw') {
    const ordered = kind === 'process' ? phase | 2 : phase
    if (walk === 'writes' && kind === 'wr') return -1
    return walk === 'apart' ? ordered & 2 : ordered
  }
  if (walk === 'any') return phase
  if (walk === 'rows') return isPredicate ? -1 : phase
  if (walk === 'writes' || walk === 'reads' || (phase & 1) === 1) return -1
  return phase | 1
}

/** The phase with which a cycle of this class comes back; -1 = either. */
function lastBit({ walk, order }: CycleSearch): number {
  if (walk === 'once') return 1
  return walk === 'apart' && order === 'realtime' ? -1 : 0
}

function isBack(search: CycleSearch, start: number, node: number, phase: number): boolean {
  const bit = lastBit(search)
  if (bit >= 0 && (phase & 1) !== bit) return false
  if (search.order === 'realtime') return node !== start && search.isBefore(node, start)
  return node === start && (search.order === 'none' || (phase & 2) === 2)
}

/** States in the order in which they were reached: how from which, and how far. */
interface Trail {
  states: number[]
  before: number[]
  edges: number[]
  lengths: number[]
}

function wayTo({ before, edges }: Trail, from: number, last: number): number[] {
  const way = [last]
  for (let at = from; at > 0; at = before[at]!) way.push(edges[at]!)
  return way.reverse()
}

/** Edges of the shortest cycle through a node, at most so long; real time is not among them. */
function cycleThrough(search: CycleSearch, start: number, most: number): number[] | null {
  const { graph, walk, isClosed, budget } = search
  const { first, out, edges, reachedBy } = graph
  graph.searches++
  const trail: Trail = { states: [start * 4], before: [-1], edges: [-1], lengths: [0] }
  for (let at = 0; at < trail.states.length; at++) {
    const state = trail.states[at]!
    const node = state >> 2
    if (trail.lengths[at] === most) return null
    for (let k = first[node]!; k < first[node + 1]!; k++) {
      if (budget.left-- <= 0) return null
      const edge = edges[out[k]!]!
      const phase = nextPhase(walk, state & 3, edge)
      if (phase < 0 || isClosed[edge.to] === 1) continue
      if (isBack(search, start, edge.to, phase)) return wayTo(trail, at, out[k]!)
      const next = edge.to * 4 + phase
      if (reachedBy[next] === graph.searches) continue
      reachedBy[next] = graph.searches
      trail.states.push(next)
      trail.before.push(at)
      trail.edges.push(out[k]!)
      trail.lengths.push(trail.lengths[at]! + 1)
    }
  }
  return null
}

/** Lengths up to which all transactions are tried, one after the other. */
const lengths = [2, 3, 4, 6, 9, 1_000_000]

/** Tells each cycle found, in the order of `lengths`; its transactions are closed then. */
export function findCycles(search: CycleSearch, among: number[], tell: (edges: RunEdge[]) => void) {
  const { graph, isClosed, budget, order } = search
  const closing = order === 'realtime' ? 1 : 0
  for (const length of lengths) {
    for (const start of among) {
      if (budget.left <= 0) return
      if (isClosed[start] === 1) continue
      const found = cycleThrough(search, start, length - closing)
      if (found === null) continue
      const cycle = found.map(edge => graph.edges[edge]!)
      for (const { from, to } of cycle) isClosed[from] = isClosed[to] = 1
      tell(cycle)
    }
  }
}

export function isOrder(kind: DependencyKind): boolean {
  return kind === 'process' || kind === 'realtime'
}
