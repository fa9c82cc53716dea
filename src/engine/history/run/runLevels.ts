/** Which levels a run satisfies (rules G10, G20): each excludes one class of cycles. */
import type { LevelName } from '../../contract/history.ts'
import { components } from '../components.ts'
import type { Edge } from '../dependencies.ts'
import type { Walk } from '../walks.ts'
import { walksOf } from '../walks.ts'
import type { RunEdge } from './runGraph.ts'

/** Edges on no cycle at all are left out by the caller. */
interface Layers {
  nodes: number
  values: RunEdge[]
  /** Values and the order of sessions. */
  sessions: RunEdge[]
  /** There is a cycle when real time counts too. */
  hasCycleInTime: boolean
}

function hasCycle(edges: readonly Edge[], nodes: number, walk: Walk): boolean {
  if (edges.length === 0) return false
  return components(walksOf([...edges], nodes, walk)).sizes.some(size => size > 1)
}

/** Predicates are left out where only rows count. */
export function ofRows(edges: RunEdge[]): RunEdge[] {
  return edges.filter(({ kind, isPredicate }) => kind !== 'rw' || !isPredicate)
}

/** `readsUndone`: a committed transaction read what was rolled back, or an intermediate version. */
export function runLevels(layers: Layers, readsUndone: boolean): Record<LevelName, boolean> {
  const { nodes, values, sessions, hasCycleInTime } = layers
  const holds = (edges: RunEdge[], walk: Walk) => !hasCycle(edges, nodes, walk)
  const isCommitted = !readsUndone && holds(values, 'reads')
  const isSnapshot = isCommitted && holds(values, 'apart')
  const isRepeatable = isCommitted && holds(ofRows(values), 'any')
  const isSerial = isSnapshot && isRepeatable && holds(values, 'any')
  const isSerialInSessions = isSerial && holds(sessions, 'any')
  return {
    'read-uncommitted': holds(values, 'writes'),
    'read-committed': isCommitted,
    'repeatable-read': isRepeatable,
    'snapshot-isolation': isSnapshot,
    'strong-session-snapshot-isolation': isSnapshot && holds(sessions, 'apart'),
    serializable: isSerial,
    'strong-session-serializable': isSerialInSessions,
    'strict-serializable': isSerialInSessions && !hasCycleInTime,
  }
}
