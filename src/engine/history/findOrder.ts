/**
 * Looks for an order of the versions under which no cycle of a class stands (rule G11). An order is
 * tried whole; when a cycle hangs on the order of two versions, both orders of that pair are tried.
 * A cycle that hangs on no choice ends a branch. So yes and no are proofs; past the bound it is
 * undecided.
 */
import { components, statesOnCycles } from './components.ts'
import { type Choice, certainEdges, chainEdges, type Edge } from './dependencies.ts'
import type { KeyOrder } from './knownHistory.ts'
import { type Budget, shortestWalk } from './shortestWalk.ts'
import { type Walk, walksOf } from './walks.ts'

export interface Question {
  orders: KeyOrder[]
  /** Reads, and the orders of sessions and clock that count. */
  edges: Edge[]
  nodes: number
  count: number
  walk: Walk
  budget: Budget
}

/** The edges under the order found; null when there is none. */
export type Answer = Edge[] | null | 'undecided'

/** When each node comes in an order that respects the edges; null when they form a cycle. */
function ranksOf(edges: Edge[], { nodes, walk }: Question): Int32Array | null {
  const walks = walksOf(edges, nodes, walk)
  const found = components(walks)
  if (found.sizes.some(size => size > 1)) return null
  return found.of.map(component => found.sizes.length - component)
}

function nameOf({ order, older, newer }: Choice): string {
  return `${order} ${older} ${newer}`
}

function placesInOrder({ versions, settled }: KeyOrder, ranks: Int32Array): number[] {
  const rank = (place: number) => ranks[versions[place]!.writer] ?? 0
  const places = [...versions.keys()]
  const rest = places.splice(settled).sort((a, b) => rank(a) - rank(b) || a - b)
  return [...places, ...rest]
}

function wholeOrder({ orders, edges }: Question, chosen: Choice[], ranks: Int32Array): Edge[] {
  const known = new Set(chosen.map(nameOf))
  const all = [...edges, ...certainEdges(orders, chosen)]
  orders.forEach((order, index) => {
    if (order.settled >= order.versions.length) return
    const own = new Set(order.fixed.map(([older, newer]) => `${older} ${newer}`))
    const places = placesInOrder(order, ranks)
    const chain = chainEdges(order, places, (older, newer) => {
      if (older < order.settled || own.has(`${older} ${newer}`)) return null
      const choice = { order: index, older, newer }
      return known.has(nameOf(choice)) ? null : choice
    })
    for (const edge of chain) all.push(edge)
  })
  return all
}

/** A shortest cycle through the first state that lies on one; null when none does. */
function someCycle(edges: Edge[], { nodes, count, walk, budget }: Question): Edge[] | null {
  const walks = walksOf(edges, nodes, walk)
  const found = components(walks)
  const [start] = statesOnCycles(found)
  if (start === undefined) return null
  const search = { walks, components: found, stations: count, budget }
  const way = shortestWalk(search, start, start, nodes * 2 + 1)
  return (way?.edges ?? []).map(edge => edges[edge]!)
}

type Attempt = { edges: Edge[] } | { branches: Choice[][] }

/** Without a cycle the order; else the choices to try instead of `chosen`. */
function attempt(question: Question, chosen: Choice[]): Attempt {
  const certain = [...question.edges, ...certainEdges(question.orders, chosen)]
  question.budget.left -= certain.length
  const ranks = ranksOf(certain, question)
  if (ranks === null) return { branches: [] }
  const edges = wholeOrder(question, chosen, ranks)
  const cycle = someCycle(edges, question)
  if (cycle === null) return { edges }
  const choice = cycle.find(edge => edge.choice !== null)?.choice ?? null
  if (choice === null) return { branches: [] }
  const { order, older, newer } = choice
  const turned = { order, older: newer, newer: older }
  return {
    branches: [
      [...chosen, choice],
      [...chosen, turned],
    ],
  }
}

/** The edges when versions follow each other as the file has their writers; null with a cycle. */
export function fileOrder(question: Question): Edge[] | null {
  const inFile = Int32Array.from({ length: question.count }, (_, index) => index)
  const edges = wholeOrder(question, [], inFile)
  return someCycle(edges, question) === null ? edges : null
}

export function findOrder(question: Question): Answer {
  const open: Choice[][] = [[]]
  for (let chosen = open.pop(); chosen !== undefined; chosen = open.pop()) {
    const tried = attempt(question, chosen)
    if ('edges' in tried) return tried.edges
    if (question.budget.left <= 0) return 'undecided'
    open.push(...tried.branches)
  }
  return null
}
