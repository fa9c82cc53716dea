/**
 * The direct serialization graph of a run (rules G7, G19): the run knows the order of versions, so
 * every edge is certain. Each carries the two accesses that make it.
 */
import type { Edge } from '../dependencies.ts'
import type { Item, Moment, Read, Recorded, RunRecord, Write } from './runRecord.ts'
import { scanEdges } from './scanEdges.ts'

export interface RunEdge extends Edge {
  /** Only a WHERE says so. */
  isPredicate: boolean
  fromAccess: Moment
  toAccess: Moment
}

/** Committed versions of a row, oldest first, each the last that its writer made of it. */
export interface Chain {
  item: Item
  versions: Write[]
  /** By writer: the place of its version. */
  placeOf: Map<Recorded, number>
}

export interface RunGraph {
  record: RunRecord
  /** Committed ones, in the order of their beginning; their places are the nodes. */
  nodes: Recorded[]
  chains: Map<Item, Chain>
  edges: RunEdge[]
}

function chainOf(item: Item): Chain {
  const standing = item.writes.filter(({ by, isUndone }) => by.state === 'committed' && !isUndone)
  const last = new Map(standing.map(write => [write.by, write]))
  const versions = standing.filter(write => last.get(write.by) === write)
  const placeOf = new Map(versions.map(({ by }, place) => [by, place]))
  return { item, versions, placeOf }
}

function chainsOf({ tables }: RunRecord): Map<Item, Chain> {
  const chains = new Map<Item, Chain>()
  for (const { items } of tables.values()) {
    for (const item of items.values()) {
      if (item.writes.length > 0) chains.set(item, chainOf(item))
    }
  }
  return chains
}

/** Place in the chain of what a read saw: -1 = as at the start; null = not known, or not counted. */
export function placeSeen(graph: RunGraph, chain: Chain, writer: number): number | null {
  if (writer === 0) return chain.item.isCut ? null : -1
  const by = graph.record.byNumber.get(writer)
  return by === undefined ? null : (chain.placeOf.get(by) ?? null)
}

/** One end of an edge. */
export interface End {
  node: number
  access: Moment
}

export function addEdge(
  { edges }: RunGraph,
  kind: RunEdge['kind'],
  from: End,
  to: End,
  { item, isPredicate }: { item: Item; isPredicate: boolean },
): void {
  if (from.node === to.node) return
  edges.push({
    from: from.node,
    to: to.node,
    kind,
    key: item.name,
    choice: null,
    isPredicate,
    fromAccess: from.access,
    toAccess: to.access,
  })
}

export function endOf(write: Write): End {
  return { node: write.by.node, access: write }
}

function addOverwrites(graph: RunGraph, { item, versions }: Chain): void {
  for (let k = 1; k < versions.length; k++) {
    const [older, newer] = [versions[k - 1]!, versions[k]!]
    addEdge(graph, 'ww', endOf(older), endOf(newer), { item, isPredicate: false })
  }
}

function addRead(graph: RunGraph, reader: Recorded, read: Read): void {
  const { item, writer } = read
  const chain = graph.chains.get(item)
  if (chain === undefined || writer === reader.number) return
  const place = placeSeen(graph, chain, writer)
  if (place === null) return
  const its = { item, isPredicate: false }
  const [seen, next] = [chain.versions[place], chain.versions[place + 1]]
  const end = { node: reader.node, access: read }
  if (seen) addEdge(graph, 'wr', endOf(seen), end, its)
  if (next) addEdge(graph, 'rw', end, endOf(next), its)
}

/** Overwrites stand first, so that they are taken where several edges say the same. */
export function runGraph(record: RunRecord): RunGraph {
  const nodes = record.transactions.filter(({ state }) => state === 'committed')
  for (const its of record.transactions) its.node = -1
  for (const [node, its] of nodes.entries()) its.node = node
  const graph: RunGraph = { record, nodes, chains: chainsOf(record), edges: [] }
  for (const chain of graph.chains.values()) addOverwrites(graph, chain)
  for (const reader of nodes) for (const read of reader.reads) addRead(graph, reader, read)
  for (const reader of nodes) for (const scan of reader.scans) scanEdges(graph, reader, scan)
  return graph
}
