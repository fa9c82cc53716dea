/**
 * A session's timer for silence rings while the instance that it asked is waking up. Who goes
 * through a proxy is connected, and waits there. Rules S8 and F19.
 */
import type { EventRecord } from '../../kernel/eventQueue.ts'
import type { Context } from '../context.ts'
import { timedOut as coreTimedOut } from '../endpoint/sessionTimers.ts'
import { giveUpFirstTry, isOutOfPatience } from './impatience.ts'

export function timedOut(ctx: Context, { subject }: EventRecord): void {
  const { applications, serverless } = ctx.world
  const index = Math.floor(subject / 65_536)
  const session = subject % 65_536
  const target = applications[index]!.target[session]!
  const waking = serverless!.capacities.find(
    ({ instance, state }) => instance === target && state === 'resuming',
  )
  const isViaProxy = ctx.world.setup.workload[index]!.isViaProxy === true
  if (!waking || isViaProxy || !isOutOfPatience(ctx.world, index, session)) {
    return coreTimedOut(ctx, index, session)
  }
  const { instance, fact } = waking
  waking.impatient ??= []
  giveUpFirstTry(ctx, index, session, { instance, fact, impatient: waking.impatient })
}
