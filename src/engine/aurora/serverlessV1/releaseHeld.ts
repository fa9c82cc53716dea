/** What the router has held reaches the instance now, in order of arrival. Rules E8 and E11. */
import { free } from '../../kernel/network.ts'
import type { Context } from '../context.ts'
import { applicationOf } from '../database/answerClient.ts'
import { messageNumber } from '../messageNumber.ts'
import { coreReceivers } from '../receiveMessage.ts'
import type { World } from '../world.ts'
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

/** A client that has given up has closed its connection to the router. */
function isAwaited(world: World, slot: number): boolean {
  const { a, b } = world.network.messages
  return world.applications[applicationOf(world, slot)]!.attempt[a[slot]!] === b[slot]
}

/** The instance is lost, and with it whoever waited for it. */
export function dropHeld(ctx: Context): void {
  const { v1 } = partsOf(ctx.world)
  for (const slot of v1.held) free(ctx.world.network, slot)
  v1.held = []
}
