/**
 * The graph that one class of cycles is looked for in (rule G10): edges between states, so that a
 * cycle of states is a cycle of that class. In `apart` the second state of a node means that an
 * anti-dependency has just been taken, in `once` that the one allowed has been.
 */
import type { Edge } from './dependencies.ts'

/** Writes only; no anti-dependency; one; never two in a row; any. */
export type Walk = 'writes' | 'reads' | 'once' | 'apart' | 'any'

export interface Walks {
  nodes: number
  states: number
  /** Steps leaving state s stand from `first[s]` to `first[s + 1]`. */
  first: Int32Array
  target: Int32Array
  edge: Int32Array
}

/** Calls `take` with each step that the edge is in this class, by the states it leads between. */
function eachStep(
  { kind, from, to }: Edge,
  walk: Walk,
  nodes: number,
  take: (from: number, to: number) => void,
): void {
  const isTwice = walk === 'apart' || walk === 'once'
  if (kind === 'rw') {
    if (walk === 'any') take(from, to)
    else if (isTwice) take(from, to + nodes)
    return
  }
  if (walk === 'writes' && kind === 'wr') return
  take(from, to)
  if (isTwice) take(from + nodes, walk === 'apart' ? to : to + nodes)
}

/** So many steps leave each state, added up. */
function firstOf(edges: Edge[], states: number, walk: Walk, nodes: number): Int32Array {
  const first = new Int32Array(states + 1)
  for (const edge of edges) {
    eachStep(edge, walk, nodes, from => {
      first[from + 1]! += 1
    })
  }
  for (let k = 0; k < states; k++) first[k + 1]! += first[k]!
  return first
}

export function walksOf(edges: Edge[], nodes: number, walk: Walk): Walks {
  const states = walk === 'apart' || walk === 'once' ? 2 * nodes : nodes
  const first = firstOf(edges, states, walk, nodes)
  const free = first.slice()
  const target = new Int32Array(first[states]!)
  const edge = new Int32Array(first[states]!)
  for (let index = 0; index < edges.length; index++) {
    eachStep(edges[index]!, walk, nodes, (from, to) => {
      const place = free[from]!++
      target[place] = to
      edge[place] = index
    })
  }
  return { nodes, states, first, target, edge }
}
