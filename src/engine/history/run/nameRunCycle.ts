/** Names of cycles of a run by their form (rules G2, G21). */
import type { LevelName } from '../../contract/history.ts'
import { isOrder, type RunWalk } from './cycleSearch.ts'
import type { RunEdge } from './runGraph.ts'

type OrderName = 'none' | 'process' | 'realtime'

/** All edges that lead from one transaction of the cycle to the next. */
export type Beside = (from: number, to: number) => RunEdge[]

/** A cycle with what is told of it: the name, and the edges that show it best. */
export interface Named {
  name: string
  edges: RunEdge[]
}

/** The cycle begins with the anti-dependency. */
function turned(cycle: RunEdge[]): RunEdge[] {
  const at = cycle.findIndex(({ kind }) => kind === 'rw')
  return [...cycle.slice(at), ...cycle.slice(0, at)]
}

/** Both read the same version, and one wrote over the other's. */
function lostUpdate(cycle: RunEdge[], beside: Beside): RunEdge[] | null {
  if (cycle.length !== 2) return null
  const [missed, back] = turned(cycle) as [RunEdge, RunEdge]
  for (const rw of beside(missed.from, missed.to)) {
    if (rw.kind !== 'rw' || rw.isPredicate) continue
    const ww = beside(back.from, back.to).find(({ kind, key }) => kind === 'ww' && key === rw.key)
    if (ww) return [rw, ww]
  }
  return null
}

/** Two WHERE of one transaction, and one change of what matches that only one of them saw. */
function manyPreceders(cycle: RunEdge[], beside: Beside): RunEdge[] | null {
  if (cycle.length !== 2) return null
  const [missed, back] = turned(cycle) as [RunEdge, RunEdge]
  const missing = beside(missed.from, missed.to).filter(({ kind }) => kind === 'rw')
  const seen = beside(back.from, back.to).find(({ kind, isPredicate }) => {
    return kind === 'wr' && isPredicate
  })
  return seen && missing.every(({ isPredicate }) => isPredicate) ? [missing[0]!, seen] : null
}

/** A reader saw what came after a transaction, and not that transaction itself. */
function unseenCause(cycle: RunEdge[]): string | null {
  const [, ...path] = turned(cycle)
  const last = path.at(-1)
  if (path.length < 2 || last?.kind !== 'wr') return null
  return path.slice(0, -1).every(({ kind }) => kind === 'ww') ? 'OTV' : 'causal-reversal'
}

function namedOnce(cycle: RunEdge[], beside: Beside): Named {
  const lost = lostUpdate(cycle, beside)
  if (lost !== null) return { name: 'lost-update', edges: lost }
  const preceders = manyPreceders(cycle, beside)
  if (preceders !== null) return { name: 'PMP', edges: preceders }
  return { name: unseenCause(cycle) ?? 'G-single', edges: turned(cycle) }
}

/** Two readers, or two sessions, each of which saw one commit and not the other. */
function isLongFork(cycle: RunEdge[]): boolean {
  const kinds = turned(cycle).flatMap(({ kind }) => (isOrder(kind) ? [] : [kind]))
  return kinds.join() === 'rw,wr,rw,wr'
}

export function nameRunCycle(
  walk: RunWalk,
  order: OrderName,
  cycle: RunEdge[],
  beside: Beside,
): Named {
  const suffix = order === 'none' ? '' : `-${order}`
  if (walk === 'once' && order === 'none') return namedOnce(cycle, beside)
  const names: Record<RunWalk, string> = {
    writes: 'G0',
    reads: 'G1c',
    once: 'G-single',
    apart: isLongFork(cycle) ? 'long-fork' : 'G-nonadjacent',
    rows: 'G2-item',
    any: 'G2',
  }
  return { name: `${names[walk]}${suffix}`, edges: cycle }
}

const all: LevelName[] = [
  'read-uncommitted',
  'read-committed',
  'repeatable-read',
  'snapshot-isolation',
  'strong-session-snapshot-isolation',
  'serializable',
  'strong-session-serializable',
  'strict-serializable',
]

const withoutOrder: Record<RunWalk, LevelName[]> = {
  writes: all,
  reads: all.slice(1),
  once: all.slice(3),
  apart: all.slice(3),
  rows: ['repeatable-read', ...all.slice(5)],
  any: all.slice(5),
}

/** Levels that exclude a cycle of this class. */
export function brokenBy(walk: RunWalk, order: OrderName, edges: RunEdge[]): LevelName[] {
  if (order === 'realtime') return all.slice(7)
  if (order === 'process') return all.filter(name => name.startsWith('st') && isIn(walk, name))
  const isOfRows = edges.every(({ kind, isPredicate }) => kind !== 'rw' || !isPredicate)
  const broken = withoutOrder[walk]
  const addsRows = isOfRows && !broken.includes('repeatable-read')
  return addsRows ? ['repeatable-read', ...broken] : broken
}

function isIn(walk: RunWalk, name: LevelName): boolean {
  return withoutOrder[walk].includes(name)
}
