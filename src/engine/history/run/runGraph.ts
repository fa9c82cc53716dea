/**
 * The direct serialization graph of a run (rules G7, G19): the run knows the order of versions, so
 * every edge is certain. Each carries the two accesses that make it.
 */
import type { Edge } from '../dependencies.ts'
import type { Item, Moment, Recorded, RunRecord, Write } from './runRecord.ts'

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

/** Place in the chain of a version that was seen: -1 = as at the start; null = not known. */
export function placeSeen(chain: Chain, writer: number, source: Recorded | null): number | null {
  if (writer === 0) return chain.item.isCut ? null : -1
  return source === null ? null : (chain.placeOf.get(source) ?? null)
}

/** One end of an edge. */
export interface End {
  node: number
  access: Moment
}

/** What stands between two ends. */
export type Between = Pick<RunEdge, 'kind' | 'isPredicate'> & { item: Item }

export function addEdge({ edges }: RunGraph, from: End, to: End, between: Between): void {
  if (from.node === to.node) return
  edges.push({
    from: from.node,
    to: to.node,
    kind: between.kind,
    key: between.item.name,
    choice: null,
    isPredicate: between.isPredicate,
    fromAccess: from.access,
    toAccess: to.access,
  })
}

export function endOf(write: Write): End {
  return { node: write.by.node, access: write }
}
