/**
 * Checkpoints of one branch. Close together within the newest million events, thinned behind, and
 * thinned further while they hold too much memory; beside them a few left where one has been
 * looking, the oldest visits forgotten first. Correctness never hangs on one being there: the
 * first, at the start of the run, always is.
 */
import type { Micros } from '../engine/contract/units.ts'
import type { SavedRun } from './engineDoor.ts'

/** A saved run and how many commands of the branch had been applied. */
export interface Checkpoint extends SavedRun {
  cursor: number
}

export interface Checkpoints {
  /** Left while computing forward, in order. */
  kept: Checkpoint[]
  /** Left by seeks, the latest visit last. */
  visited: Checkpoint[]
  /** Behind the newest, one in so many is kept: a power of two. */
  stride: number
}

/** Events between two checkpoints: about 15 ms of computing, less than 1 ms of saving. */
export const checkpointEvents = 20_000
const newestEvents = 1_000_000
const keptBytes = 76_000_000
const visitedBytes = 16_000_000
const visitedCount = 24
const firstStride = 2

export function createCheckpoints(first: Checkpoint): Checkpoints {
  return { kept: [first], visited: [], stride: firstStride }
}

/** The number of events at which the next checkpoint is due. */
export function nextCheckpointAt(events: number): number {
  return (Math.floor(events / checkpointEvents) + 1) * checkpointEvents
}

export function bytesOf(list: readonly SavedRun[]): number {
  return list.reduce((sum, { bytes }) => sum + bytes, 0)
}

/** Adds the newest checkpoint and thins those behind it. */
export function keepNewest(checkpoints: Checkpoints, checkpoint: Checkpoint): void {
  checkpoints.kept.push(checkpoint)
  thin(checkpoints)
  while (bytesOf(checkpoints.kept) > keptBytes && checkpoints.kept.length > 4) {
    checkpoints.stride *= 2
    if (!thin(checkpoints)) break
  }
}

/** True when something went. */
function thin(checkpoints: Checkpoints): boolean {
  const { kept, stride } = checkpoints
  const newest = kept[kept.length - 1]?.events ?? 0
  const isKept = ({ events }: Checkpoint) =>
    events > newest - newestEvents || ordinalOf(events) % stride === 0
  checkpoints.kept = kept.filter(isKept)
  return checkpoints.kept.length < kept.length
}

function ordinalOf(events: number): number {
  return Math.floor(events / checkpointEvents)
}

/** Remembers a place where one has been looking. */
export function keepVisited(checkpoints: Checkpoints, checkpoint: Checkpoint): void {
  const { visited } = checkpoints
  visited.push(checkpoint)
  while (visited.length > visitedCount || bytesOf(visited) > visitedBytes) visited.shift()
}

export function hasCheckpointAt(checkpoints: Checkpoints, events: number): boolean {
  const isThere = (checkpoint: Checkpoint) => checkpoint.events === events
  return checkpoints.kept.some(isThere) || checkpoints.visited.some(isThere)
}

/** The latest checkpoint at or before an instant. */
export function latestBefore(checkpoints: Checkpoints, at: Micros): Checkpoint {
  const [first, ...others] = [...checkpoints.kept, ...checkpoints.visited]
  return others.reduce((best, other) => (isLater(other, best, at) ? other : best), first!)
}

function isLater(other: Checkpoint, best: Checkpoint, at: Micros): boolean {
  if (other.at > at) return false
  return other.events > best.events || (other.events === best.events && other.cursor > best.cursor)
}

/** What a branch that leaves at an instant shares with this one. */
export function sharedUpTo(
  { kept, visited, stride }: Checkpoints,
  limit: { events: number; cursor: number },
): Checkpoints {
  const isShared = ({ events, cursor }: Checkpoint) =>
    events <= limit.events && cursor <= limit.cursor
  return { kept: kept.filter(isShared), visited: visited.filter(isShared), stride }
}

/** What a branch keeps when it is no longer the present: a handful, or the start alone. */
export function setAside(checkpoints: Checkpoints, count: number): void {
  const [first, ...own] = checkpoints.kept
  const step = Math.ceil(own.length / Math.max(count, 1))
  const few = count === 0 ? [] : own.filter((_, index) => (own.length - 1 - index) % step === 0)
  checkpoints.kept = [first!, ...few]
  checkpoints.visited = []
}
