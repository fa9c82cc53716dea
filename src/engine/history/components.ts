/** Strongly connected components by Tarjan's algorithm (1972), without recursion. */
import type { Walks } from './walks.ts'

export interface Components {
  /** By state: components are numbered against the direction of the steps. */
  of: Int32Array
  sizes: number[]
}

interface Visit extends Components {
  walks: Walks
  reached: Int32Array
  low: Int32Array
  next: Int32Array
  open: number[]
  path: number[]
  count: number
}

function enter(visit: Visit, state: number): void {
  visit.count += 1
  visit.reached[state] = visit.count
  visit.low[state] = visit.count
  visit.next[state] = visit.walks.first[state]!
  visit.open.push(state)
  visit.path.push(state)
}

function close(visit: Visit, state: number): void {
  let size = 0
  for (;;) {
    const member = visit.open.pop()!
    visit.of[member] = visit.sizes.length
    size += 1
    if (member === state) break
  }
  visit.sizes.push(size)
}

function leave(visit: Visit, state: number): void {
  visit.path.pop()
  if (visit.low[state] === visit.reached[state]) close(visit, state)
  const above = visit.path.at(-1)
  if (above !== undefined) visit.low[above] = Math.min(visit.low[above]!, visit.low[state]!)
}

function goOn(visit: Visit, state: number): void {
  const place = visit.next[state]!
  if (place === visit.walks.first[state + 1]) return leave(visit, state)
  visit.next[state] = place + 1
  const target = visit.walks.target[place]!
  if (visit.reached[target] === 0) return enter(visit, target)
  if (visit.of[target] === -1) {
    visit.low[state] = Math.min(visit.low[state]!, visit.reached[target]!)
  }
}

/** Roots are taken from the last, so that what is free of order keeps that of its number. */
export function components(walks: Walks): Components {
  const numbers = () => new Int32Array(walks.states)
  const of = numbers().fill(-1)
  const visit: Visit = {
    ...{ walks, of, sizes: [], open: [], path: [], count: 0 },
    ...{ reached: numbers(), low: numbers(), next: numbers() },
  }
  for (let state = walks.states - 1; state >= 0; state--) {
    if (visit.reached[state] !== 0) continue
    enter(visit, state)
    for (let at = visit.path.at(-1); at !== undefined; at = visit.path.at(-1)) goOn(visit, at)
  }
  return { of, sizes: visit.sizes }
}

/** States that lie on a cycle, in order. No edge leads from a node to itself. */
export function statesOnCycles({ of, sizes }: Components): number[] {
  return [...of.keys()].filter(state => sizes[of[state]!]! > 1)
}
