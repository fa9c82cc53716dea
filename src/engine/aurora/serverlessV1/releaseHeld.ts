/** What the router has held reaches the instance now, in order of arrival. Rules E8 and E11. */
import { free } from '../../kernel/network.ts'
import type { Context } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { coreReceivers } from '../receiveMessage.ts'
import { isAwaited } from '../serverless/impatience.ts'
import { partsOf } from './partsOf.ts'

export function releaseHeld(ctx: Context): void {
  const { world } = ctx
  const { v1, capacity } = partsOf(world)
  const { messages } = world.network
  const { held } = v1
  v1.held = []
  for (const slot of held) {
    ctx.cause = messages.cause[slot]!
    if (isAwaited(world, slot)) coreReceivers[messageNumber.Request]!(ctx, capacity.instance, slot)
    free(world.network, slot)
  }
}

/** The instance is lost, and with it whoever waited for it. */
export function dropHeld(ctx: Context): void {
  const { v1 } = partsOf(ctx.world)
  for (const slot of v1.held) free(ctx.world.network, slot)
  v1.held = []
}
