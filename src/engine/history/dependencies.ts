/**
 * The direct serialization graph (rules G7–G8): who read what whom wrote (wr), who overwrote whom
 * (ww), who read what another overwrote (rw). An edge that hangs on a chosen order of two versions
 * carries that choice.
 */
import type { DependencyKind } from '../contract/history.ts'
import type { KeyOrder, Version } from './knownHistory.ts'

export interface Choice {
  order: number
  older: number
  newer: number
}

export interface Edge {
  from: number
  to: number
  kind: DependencyKind
  key: string | null
  /** Null when the edge is certain. */
  choice: Choice | null
}

/** Above so many, edges that follow from one pair are left to the order that is tried. */
const mostFromOnePair = 50_000

type Adding = { edges: Edge[]; key: string; choice: Choice | null }

function add({ edges, key, choice }: Adding, kind: DependencyKind, from: number, to: number) {
  if (from >= 0 && to >= 0 && from !== to) edges.push({ from, to, kind, key, choice })
}

function addPair(adding: Adding, older: Version, newer: Version): void {
  add(adding, 'ww', older.writer, newer.writer)
  if (older.writer === newer.writer || older.readers.length > mostFromOnePair) return
  for (const reader of older.readers) add(adding, 'rw', reader, newer.writer)
}

/** Who read what whom wrote. */
export function readEdges(orders: KeyOrder[]): Edge[] {
  const edges: Edge[] = []
  for (const { key, versions } of orders) {
    for (const { writer, readers } of versions) {
      for (const reader of readers) add({ edges, key, choice: null }, 'wr', writer, reader)
    }
  }
  return edges
}

function settledPairs({ versions, settled }: KeyOrder): [number, number][] {
  const last = versions[settled - 1]!
  const behind = versions.length - settled
  if (behind * last.readers.length > mostFromOnePair) return []
  return Array.from({ length: behind }, (_, k) => [settled - 1, settled + k])
}

/** What follows from pairs whose order is known, `chosen` ones included. */
export function certainEdges(orders: KeyOrder[], chosen: Choice[]): Edge[] {
  const edges: Edge[] = []
  for (const order of orders) {
    const adding = { edges, key: order.key, choice: null }
    const front = Array.from({ length: order.settled }, (_, place) => place)
    for (const edge of chainEdges(order, front, () => null)) edges.push(edge)
    for (const [older, newer] of [...settledPairs(order), ...order.fixed]) {
      addPair(adding, order.versions[older]!, order.versions[newer]!)
    }
  }
  for (const { order, older, newer } of chosen) {
    const { key, versions } = orders[order]!
    addPair({ edges, key, choice: null }, versions[older]!, versions[newer]!)
  }
  return edges
}

/** Edges of versions in one total order; a reader's next version is the next of another writer. */
export function chainEdges(
  order: KeyOrder,
  places: number[],
  choiceOf: (older: number, newer: number) => Choice | null,
): Edge[] {
  const edges: Edge[] = []
  let next = places.length
  for (let k = places.length - 2; k >= 0; k--) {
    const [older, newer] = [order.versions[places[k]!]!, order.versions[places[k + 1]!]!]
    if (older.writer !== newer.writer) next = k + 1
    const after = places[next]
    if (after === undefined) continue
    const choice = choiceOf(places[next - 1]!, after)
    const adding = { edges, key: order.key, choice }
    if (next === k + 1) add(adding, 'ww', older.writer, newer.writer)
    for (const reader of older.readers) add(adding, 'rw', reader, order.versions[after]!.writer)
  }
  return edges
}
