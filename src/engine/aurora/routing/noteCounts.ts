/** What an application has felt lately: its counts are noted ten times a second. */
import { schedule } from '../../kernel/eventQueue.ts'
import type { World } from '../world.ts'
import { routingEventKind } from './routingEventKind.ts'

const everyMicros = 100_000
const kept = 10

/** In this order: commits, in flight, stale base, no winner, row owned, stale reads, tries, errors. */
export function countsOf({ applications, routing }: World, index: number): number[] {
  const { answered, staleReads, retried, errors } = applications[index]!
  const { inFlight, staleBase, noWinner, rowOwned } = routing!.clients[index]!.conflicts
  return [answered, inFlight, staleBase, noWinner, rowOwned, staleReads, retried, errors]
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
