/**
 * Think time: exponential around its mean, so that sessions do not march in step; without jitter
 * exactly the mean (*assumption*). Rule W8.
 */
import { exponentialMicros } from '../../kernel/distributions.ts'
import { schedule } from '../../kernel/eventQueue.ts'
import type { Micros } from '../../contract/units.ts'
import { eventKind } from '../eventKind.ts'
import type { World } from '../world.ts'
import { sessionState } from './createApplication.ts'

/** W8: the session thinks; one too many retires instead. */
export function think(world: World, index: number, session: number): void {
  const application = world.applications[index]!
  const isOneTooMany = session >= application.sessions
  application.state[session] = isOneTooMany ? sessionState.retired : sessionState.thinking
  if (isOneTooMany) return
  const mean = application.thinkMicros
  const isExact = world.parameters['network.jitter'] === 0
  thinkFor(world, index, session, isExact ? mean : exponentialMicros(world.streams.clients, mean))
}

export function thinkFor(world: World, index: number, session: number, micros: Micros): void {
  const attempt = world.applications[index]!.attempt[session]!
  schedule(world.queue, world.now + micros, eventKind.thought, index * 65_536 + session, attempt)
}
