/**
 * Changes how many sessions an application has and how long they think; at once, also for those
 * that think at the moment. Rule W8.
 */
import type { Micros } from '../../contract/units.ts'
import type { Context } from '../context.ts'
import type { World } from '../world.ts'
import { growSessions, sessionState } from './createApplication.ts'
import { think } from './think.ts'

export function setWorkload(
  ctx: Context,
  index: number,
  sessions?: number,
  thinkMicros?: Micros,
): void {
  const { world } = ctx
  const application = world.applications[index]!
  application.sessions = sessions ?? application.sessions
  application.thinkMicros = thinkMicros ?? application.thinkMicros
  growSessions(application, application.sessions)
  for (let session = 0; session < application.state.length; session++) {
    thinkAnew(world, index, session)
  }
}

/** A new attempt number makes the timer of the old think time stale. */
function thinkAnew(world: World, index: number, session: number): void {
  const application = world.applications[index]!
  const state = application.state[session]!
  if (state !== sessionState.thinking && state !== sessionState.retired) return
  application.attempt[session]!++
  think(world, index, session)
}
