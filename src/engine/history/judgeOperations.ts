/**
 * Linearizability of a register or of a key-value log (rules G14–G16), by Wing and Gong's search
 * with the memory of Lowe's just-in-time form: an operation takes effect when a return asks for it.
 * Keys are judged one by one, since linearizability is local.
 */
import type { LinHistory, LinVerdict } from '../contract/history.ts'
import { type Operation, operationsOf } from './operationsOf.ts'

/** Configurations looked at for one key (rule G16). */
const mostConfigurations = 300_000

interface Configuration {
  state: unknown
  /** Pending operations that changed the state, and those that have seen theirs. */
  changed: Set<number>
  seen: Set<number>
}

interface Search {
  operations: Operation[]
  pending: Set<number>
  all: Configuration[]
  left: number
}

function keyOf({ state, changed, seen }: Configuration): string {
  const inOrder = (set: Set<number>) => [...set].sort((a, b) => a - b)
  return JSON.stringify([state, inOrder(changed), inOrder(seen)])
}

/** What only looks is served as soon as the state allows: that never hinders another. */
function look(search: Search, at: Configuration): Configuration {
  const ready = [...search.pending].filter(index => {
    return !at.seen.has(index) && search.operations[index]!.sees(at.state)
  })
  return ready.length === 0 ? at : { ...at, seen: new Set([...at.seen, ...ready]) }
}

function take(search: Search, at: Configuration, index: number): Configuration | null {
  if (at.changed.has(index)) return null
  const change = search.operations[index]!.change(at.state)
  if (change === null) return null
  return look(search, { ...at, state: change.state, changed: new Set([...at.changed, index]) })
}

function isServed(at: Configuration, { index, returns }: Operation): boolean {
  if (returns === 'changed') return at.changed.has(index)
  if (returns === 'nothing') return !at.changed.has(index)
  return at.seen.has(index) && !at.changed.has(index)
}

function forget(at: Configuration, index: number): Configuration {
  const without = (set: Set<number>) => new Set([...set].filter(other => other !== index))
  return { state: at.state, changed: without(at.changed), seen: without(at.seen) }
}

/** Every way on until the operation that returns is served; what pends may go before it. */
function serve(search: Search, returning: Operation): Configuration[] {
  const open = [...search.all]
  const known = new Set(open.map(keyOf))
  const served = new Map<string, Configuration>()
  for (let at = open.pop(); at !== undefined && search.left > 0; at = open.pop()) {
    search.left -= 1
    if (isServed(at, returning)) {
      const after = forget(at, returning.index)
      served.set(keyOf(after), after)
      continue
    }
    if (at.changed.has(returning.index)) continue
    for (const index of search.pending) {
      const next = take(search, at, index)
      if (next === null || known.has(keyOf(next))) continue
      known.add(keyOf(next))
      open.push(next)
    }
  }
  return [...served.values()]
}

function begin(search: Search, index: number): void {
  search.pending.add(index)
  search.all = search.all.map(at => look(search, at))
}

/** The place of the first event that no order explains; null when there is none. */
function firstBroken(operations: Operation[], first: unknown): number | null | 'undecided' {
  const start = { state: first, changed: new Set<number>(), seen: new Set<number>() }
  const search: Search = {
    operations,
    pending: new Set(),
    all: [start],
    left: mostConfigurations,
  }
  const moments = operations.flatMap(({ index, calledAt, returnedAt }) => {
    const called = { at: calledAt, index, isCall: true }
    return returnedAt === null ? [called] : [called, { at: returnedAt, index, isCall: false }]
  })
  for (const { at, index, isCall } of moments.sort((a, b) => a.at - b.at)) {
    if (isCall) {
      begin(search, index)
      continue
    }
    search.all = serve(search, operations[index]!)
    search.pending.delete(index)
    if (search.left <= 0) return 'undecided'
    if (search.all.length === 0) return at
  }
  return null
}

export function judgeOperations(history: LinHistory): LinVerdict {
  const first = history.model === 'cas-register' ? null : ''
  const broken = operationsOf(history).map(operations => firstBroken(operations, first))
  const places = broken.filter(place => typeof place === 'number')
  const { id } = history
  if (broken.includes('undecided') && places.length === 0) return { id, linearizable: 'undecided' }
  if (places.length === 0) return { id, linearizable: true }
  // With a key undecided, an earlier place may be broken too.
  if (broken.includes('undecided')) return { id, linearizable: false }
  return { id, linearizable: false, prefix: Math.min(...places) }
}
