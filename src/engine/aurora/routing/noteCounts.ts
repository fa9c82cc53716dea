/** What an application has felt lately: its counts are noted ten times a second. */
import type { PlacementCounts } from '../../contract/placementView.ts'
import type { RollbackCause } from '../../contract/refusals.ts'
import { schedule } from '../../kernel/eventQueue.ts'
import type { World } from '../world.ts'
import { routingEventKind } from './routingEventKind.ts'

const everyMicros = 100_000
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

export function noteCounts(world: World): void {
  const { notedAt, clients } = world.routing!
  keepNewest(notedAt, world.now)
  for (let index = 0; index < clients.length; index++) {
    keepNewest(clients[index]!.noted, countsOf(world, index))
  }
  schedule(world.queue, world.now + everyMicros, routingEventKind.noteDue, 0)
}

function keepNewest<T>(list: T[], newest: T): void {
  list.push(newest)
  if (list.length > kept) list.shift()
}
