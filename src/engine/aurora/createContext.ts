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
    mechanisms,
    receivers: [...coreReceivers],
    timers: [],
  }
  for (const mechanism of mechanisms) install(ctx, mechanism)
  return ctx
}

function install(ctx: Context, { receivers, timers }: Mechanism): void {
  for (const kind of Object.keys(receivers) as (keyof MessageNumbers)[]) {
    ctx.receivers[messageNumber[kind]] = receivers[kind]
  }
  for (const kind of Object.keys(timers)) ctx.timers[Number(kind)] = timers[Number(kind)]
}
