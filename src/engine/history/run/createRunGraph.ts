/** The graph of a recorded run: chains of versions, then what reads and WHEREs depend on. */
import { addEdge, type Chain, endOf, placeSeen, type RunGraph } from './runGraph.ts'
import type { Item, Read, Recorded, RunRecord } from './runRecord.ts'
import { scanEdges } from './scanEdges.ts'

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

function addOverwrites(graph: RunGraph, { item, versions }: Chain): void {
  for (let k = 1; k < versions.length; k++) {
    const [older, newer] = [versions[k - 1]!, versions[k]!]
    addEdge(graph, endOf(older), endOf(newer), { kind: 'ww', item, isPredicate: false })
  }
}

function addRead(graph: RunGraph, reader: Recorded, read: Read): void {
  const { item, writer, source } = read
  const chain = graph.chains.get(item)
  if (chain === undefined || writer === reader.number) return
  const place = placeSeen(chain, writer, source)
  if (place === null) return
  const its = { item, isPredicate: false }
  const [seen, next] = [chain.versions[place], chain.versions[place + 1]]
  const end = { node: reader.node, access: read }
  if (seen) addEdge(graph, endOf(seen), end, { kind: 'wr', ...its })
  if (next) addEdge(graph, end, endOf(next), { kind: 'rw', ...its })
}

/** Overwrites stand first, so that they are taken where several edges say the same. */
export function createRunGraph(record: RunRecord): RunGraph {
  const nodes = record.transactions.filter(({ state }) => state === 'committed')
  for (const its of record.transactions) its.node = -1
  for (const [node, its] of nodes.entries()) its.node = node
  const graph: RunGraph = { record, nodes, chains: chainsOf(record), edges: [] }
  for (const chain of graph.chains.values()) addOverwrites(graph, chain)
  for (const reader of nodes) for (const read of reader.reads) addRead(graph, reader, read)
  for (const reader of nodes) for (const scan of reader.scans) scanEdges(graph, reader, scan)
  return graph
}
