/**
 * A session's timer for silence rings. What waits at the router for a resume of 30 s has a shorter
 * patience of its own. Rule E11.
 */
import type { EventRecord } from '../../kernel/eventQueue.ts'
import type { Context } from '../context.ts'
import { timedOut as coreTimedOut } from '../endpoint/sessionTimers.ts'
import { giveUpFirstTry, isOutOfPatience } from '../serverless/impatience.ts'
import { partsOf } from './partsOf.ts'

export function timedOut(ctx: Context, { subject }: EventRecord): void {
  const index = Math.floor(subject / 65_536)
  const session = subject % 65_536
  const { v1, capacity } = partsOf(ctx.world)
  if (v1.state !== 'resuming' || !isOutOfPatience(ctx.world, index, session)) {
    return coreTimedOut(ctx, index, session)
  }
  const { fact, impatient } = v1
  giveUpFirstTry(ctx, index, session, { instance: capacity.instance, fact, impatient })
}
