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

function stepsOf({ kind, from, to }: Edge, walk: Walk, nodes: number): [number, number][] {
  if (kind !== 'rw') {
    if (walk === 'writes' && kind === 'wr') return []
    if (walk === 'apart')
      return [
        [from, to],
        [from + nodes, to],
      ]
    if (walk === 'once')
      return [
        [from, to],
        [from + nodes, to + nodes],
      ]
    return [[from, to]]
  }
  if (walk === 'any') return [[from, to]]
  return walk === 'apart' || walk === 'once' ? [[from, to + nodes]] : []
}

export function walksOf(edges: Edge[], nodes: number, walk: Walk): Walks {
  const states = walk === 'apart' || walk === 'once' ? 2 * nodes : nodes
  const steps: [number, number, number][] = []
  edges.forEach((edge, index) => {
    for (const [from, to] of stepsOf(edge, walk, nodes)) steps.push([from, to, index])
  })
  const first = new Int32Array(states + 1)
  for (const [from] of steps) first[from + 1]! += 1
  for (let k = 0; k < states; k++) first[k + 1]! += first[k]!
  const free = first.slice()
  const walks = {
    nodes,
    states,
    first,
    target: new Int32Array(steps.length),
    edge: new Int32Array(steps.length),
  }
  for (const [from, to, edge] of steps) {
    const place = free[from]!++
    walks.target[place] = to
    walks.edge[place] = edge
  }
  return walks
}
