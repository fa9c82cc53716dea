/** A context that tells nobody, until somebody listens. */
import type { MessageNumbers } from '../contract/messages.ts'
import { type Context, createTouched } from './context.ts'
import type { Mechanism } from './mechanism.ts'
import { messageNumber } from './messageNumber.ts'
import { coreReceivers } from './receiveMessage.ts'
import type { World } from './world.ts'

export function createContext(world: World, mechanisms: readonly Mechanism[] = []): Context {
  const ctx: Context = {
    world,
    cause: 0,
    sink: () => undefined,
    isListening: false,
    touched: createTouched(),
    mechanisms: [],
    receivers: [...coreReceivers],
    timers: [],
  }
  for (const mechanism of mechanisms) install(ctx, mechanism)
  return ctx
}

/** From now on the mechanism is asked, after those before it. */
export function install(ctx: Context, mechanism: Mechanism): void {
  const { receivers, timers } = mechanism
  ctx.mechanisms = [...ctx.mechanisms, mechanism]
  for (const kind of Object.keys(receivers) as (keyof MessageNumbers)[]) {
    ctx.receivers[messageNumber[kind]] = receivers[kind]
  }
  for (const kind of Object.keys(timers)) ctx.timers[Number(kind)] = timers[Number(kind)]
}
