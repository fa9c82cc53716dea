/** What an application has felt lately: its counts are noted ten times a second. */
import type { PlacementCounts } from '../../contract/placementView.ts'
import type { RollbackCause } from '../../contract/refusals.ts'
import { schedule } from '../../kernel/eventQueue.ts'
import type { World } from '../world.ts'
import { routingEventKind } from './routingEventKind.ts'

const everyMicros = 100_000
const idleMicros = 1_000_000
const kept = 10

const causes: readonly RollbackCause[] = [
  'inFlight',
  'staleBase',
  'noWinner',
  'rowOwned',
  'deadlock',
  'lockTimeout',
]

/** Commits, stale reads, tries, errors, then what was rolled back, by cause. */
export function countsOf({ applications, routing }: World, index: number): number[] {
  const { answered, staleReads, retried, errors } = applications[index]!
  const { conflicts } = routing!.clients[index]!
  return [answered, staleReads, retried, errors, ...causes.map(cause => conflicts[cause])]
}

export function namedCounts(counts: number[]): PlacementCounts {
  const [commits = 0, staleReads = 0, retried = 0, errors = 0, ...byCause] = counts
  const entries = causes.map((cause, place) => [cause, byCause[place]!])
  const conflicts = Object.fromEntries(entries) as PlacementCounts['conflicts']
  return { commits, conflicts, staleReads, retried, errors }
}

/** While nothing happens, only the newest counts are kept, and looked at once a second. */
export function noteCounts(world: World): void {
  const { notedAt, clients } = world.routing!
  if (clients.length === 0) return
  const counts = clients.map((_, index) => countsOf(world, index))
  const isIdle = clients.every(({ noted }, index) => isSame(noted.at(-1), counts[index]!))
  keepNewest(notedAt, world.now, isIdle ? 1 : kept)
  for (const [index, { noted }] of clients.entries()) {
    keepNewest(noted, counts[index]!, isIdle ? 1 : kept)
  }
  const next = world.now + (isIdle ? idleMicros : everyMicros)
  schedule(world.queue, next, routingEventKind.noteDue, 0)
}

function isSame(before: number[] | undefined, now: number[]): boolean {
  return before?.every((count, place) => count === now[place]) === true
}

function keepNewest<T>(list: T[], newest: T, most: number): void {
  list.push(newest)
  list.splice(0, list.length - most)
}
