/**
 * Orders of a run that no row shows (rule G9): of each session, and of the clocks of the users.
 * Only what its user has an answer for can come before something.
 */
import type { Edge } from '../dependencies.ts'
import type { RunEdge, RunGraph } from './runGraph.ts'
import type { Recorded, SessionOrder } from './runRecord.ts'

/** One edge from each transaction to the next of its session. */
export function sessionEdges({ nodes }: RunGraph): RunEdge[] {
  const last = new Map<SessionOrder, Recorded>()
  const edges: RunEdge[] = []
  for (const recorded of nodes) {
    const before = last.get(recorded.session)
    if (before !== undefined) edges.push(orderEdge('process', before, recorded))
    if (recorded.heardAt !== null) last.set(recorded.session, recorded)
  }
  return edges
}

export function orderEdge(
  kind: 'process' | 'realtime',
  before: Recorded,
  after: Recorded,
): RunEdge {
  return {
    from: before.node,
    to: after.node,
    kind,
    key: null,
    choice: null,
    isPredicate: false,
    fromAccess: before.ended!,
    toAccess: after.began,
  }
}

interface Instant {
  at: number
  isEnd: boolean
  node: number
}

function instantsOf({ nodes }: RunGraph): Instant[] {
  const instants = nodes.flatMap(({ sentAt, heardAt }, node): Instant[] => {
    const begun = { at: sentAt, isEnd: false, node }
    return heardAt === null ? [begun] : [begun, { at: heardAt, isEnd: true, node }]
  })
  // An end comes before a start only when it is truly earlier.
  return instants.sort((a, b) => a.at - b.at || Number(a.isEnd) - Number(b.isEnd))
}

export function isBefore(before: Recorded, after: Recorded): boolean {
  return before.heardAt !== null && before.heardAt < after.sentAt
}

/** Real time as a line of stations behind the nodes: as many edges as transactions. */
export function timeLine(graph: RunGraph): { edges: Edge[]; nodes: number } {
  let nodes = graph.nodes.length
  let station = -1
  const edges: Edge[] = []
  const link = (from: number, to: number) => {
    edges.push({ from, to, kind: 'realtime', key: null, choice: null })
  }
  for (const { isEnd, node } of instantsOf(graph)) {
    if (!isEnd && station >= 0) link(station, node)
    if (!isEnd) continue
    const next = nodes++
    if (station >= 0) link(station, next)
    link(node, next)
    station = next
  }
  return { edges, nodes }
}
