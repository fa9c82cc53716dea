/** A context that tells nobody, until somebody listens. */
import type { MessageKind, MessageNumbers } from '../contract/messages.ts'
import { type Context, createTouched } from './context.ts'
import type { Mechanism } from './mechanism.ts'
import { messageNumber } from './messageNumber.ts'
import { coreReceivers } from './receiveMessage.ts'
import { corePersisters } from './ringTimer.ts'
import type { World } from './world.ts'

export function createContext(world: World, mechanisms: readonly Mechanism[] = []): Context {
  const ctx: Context = {
    world,
    cause: 0,
    sink: () => undefined,
    isListening: false,
    history: null,
    touched: createTouched(),
    mechanisms: [],
    receivers: [...coreReceivers],
    persisters: [...corePersisters],
    timers: [],
    storage: null,
    members: null,
  }
  for (const mechanism of mechanisms) install(ctx, mechanism)
  return ctx
}

/** From now on the mechanism is asked, after those before it, which keep what they have taken. */
export function install(ctx: Context, mechanism: Mechanism): void {
  const { receivers, persisters = {}, timers } = mechanism
  ctx.mechanisms = [...ctx.mechanisms, mechanism]
  ctx.storage ??= mechanism.storage ?? null
  ctx.members ??= mechanism.members ?? null
  take(ctx.receivers, coreReceivers, byNumber(receivers))
  take(ctx.persisters, corePersisters, byNumber(persisters))
  take(ctx.timers, [], timers)
}

function byNumber<T>(kinds: Partial<Record<MessageKind, T>>): Record<number, T> {
  const entries = Object.entries(kinds) as [keyof MessageNumbers, T][]
  return Object.fromEntries(entries.map(([kind, value]) => [messageNumber[kind], value]))
}

/** What nobody or only the core has taken. */
function take<T>(taken: (T | undefined)[], core: (T | undefined)[], own: Record<number, T>): void {
  for (const key of Object.keys(own)) {
    const number = Number(key)
    if (taken[number] === core[number]) taken[number] = own[number]
  }
}
