/** A cluster that is stopped, stopping or not yet back answers nobody. Rule S19. */
import type { Context } from '../context.ts'
import {
  answerClient,
  answerOutcome,
  applicationOf,
  type Recipient,
} from '../database/answerClient.ts'
import type { World } from '../world.ts'

/** Stopping, stopped or not yet back. */
export function isStopped({ serverless }: World): boolean {
  return Boolean(serverless?.v2?.stop)
}

/** Without compute: stopped, or not yet back. */
export function isOff({ serverless }: World): boolean {
  const stop = serverless?.v2?.stop
  return stop ? stop.state !== 'stopping' : false
}

const to: Recipient = { application: 0, session: 0, attempt: 0, transaction: 0 }

/** True when the request was refused: its session loses its connection. */
export function refusesStopped(ctx: Context, instance: number, slot: number): boolean {
  const { world } = ctx
  if (!isStopped(world)) return false
  const { a, b } = world.network.messages
  to.application = applicationOf(world, slot)
  to.session = a[slot]!
  to.attempt = b[slot]!
  answerClient(ctx, instance, to, answerOutcome.refused)
  return true
}
