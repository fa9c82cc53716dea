/**
 * The shortest way through states, breadth first. Stations of an order count nothing, so that
 * "after, in this session" is one edge however many lie between.
 */
import type { Components } from './components.ts'
import type { Walks } from './walks.ts'

/** Counts the steps looked at; none is looked at when nothing is left. */
export interface Budget {
  left: number
}

interface Search {
  walks: Walks
  /** Null: a way may leave its component. */
  components: Components | null
  /** Nodes from here on are stations. */
  stations: number
  budget: Budget
}

export interface Found {
  length: number
  /** Numbers of edges. */
  edges: number[]
}

interface Trail {
  length: Map<number, number>
  step: Map<number, [number, number]>
}

function wayBack({ step }: Trail, end: number, start: number): number[] {
  const edges: number[] = []
  for (let at = end; ; ) {
    const [from, edge] = step.get(at)!
    edges.push(edge)
    at = from
    if (at === start) return edges.reverse()
  }
}

/** Null when there is no way shorter than `limit` within the component, or nothing is left. */
export function shortestWalk(
  search: Search,
  start: number,
  end: number,
  limit: number,
): Found | null {
  const { walks, components, stations, budget } = search
  const trail: Trail = { length: new Map(), step: new Map() }
  let level = [start]
  for (let length = 0; level.length > 0 && length < limit; length++) {
    const further: number[] = []
    for (let at = level.pop(); at !== undefined; at = level.pop()) {
      const isStation = at % walks.nodes >= stations
      for (let k = walks.first[at]!; k < walks.first[at + 1]!; k++) {
        if (budget.left-- <= 0) return null
        const to = walks.target[k]!
        if (trail.step.has(to) || components?.of[to] !== components?.of[start]) continue
        const cost = isStation ? length : length + 1
        if (cost >= limit) continue
        trail.step.set(to, [at, walks.edge[k]!])
        if (to === end) return { length: cost, edges: wayBack(trail, end, start) }
        if (isStation) level.push(to)
        else further.push(to)
      }
    }
    level = further.reverse()
  }
  return null
}
