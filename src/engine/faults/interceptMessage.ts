/**
 * Catches one message on its way: it is lost, comes later, or comes twice (rule N10). What a client
 * sends or is sent cannot be lost or doubled, for its connection repeats by itself (rule N5).
 */
import type { Context } from '../aurora/context.ts'
import { zoneOfActor } from '../aurora/createWorld.ts'
import type { World } from '../aurora/world.ts'
import type { Commands, Reason } from '../contract/commands.ts'
import type { Micros } from '../contract/units.ts'
import { parseDuration } from '../formats/duration.ts'
import { double, lose, postpone } from '../kernel/intercept.ts'
import { HELD, LOST } from '../kernel/messageTable.ts'
import { inFlight } from '../kernel/network.ts'

type Catch = Commands['InterceptMessage']

/** How much later a message comes unless it is said, and at most. */
const usualDelay = '10ms'
const longestDelay = '60s'

const ways: readonly string[] = ['drop', 'delay', 'duplicate'] satisfies Catch['how'][]

export function validateCatch(world: World, command: Catch): Reason | null {
  const { message, how, by = usualDelay } = command
  if (!ways.includes(how)) return { key: 'reason.unknownCatch', parameters: { how: `${how}` } }
  const slot = slotOf(world, message)
  if (slot === 0) return { key: 'reason.notUnderWay', parameters: { message: `${message}` } }
  return how === 'delay' ? delayReason(world, slot, by) : fateReason(world, slot, how)
}

/** The row of a message on its way, by its number; 0 = there is none. */
function slotOf({ network }: World, message: number): number {
  let found = 0
  inFlight(network, slot => {
    if (network.messages.id[slot] === message) found = slot
  })
  return found
}

function delayReason({ network }: World, slot: number, by: string): Reason | null {
  const micros = parseDuration(by)
  if (micros === null) return { key: 'reason.badDuration', parameters: { text: `${by}` } }
  if (micros < 1 || micros > (parseDuration(longestDelay) as Micros)) {
    const parameters = { name: 'by', value: by, min: '1us', max: longestDelay }
    return { key: 'reason.outOfRange', parameters }
  }
  const { id, flags } = network.messages
  if ((flags[slot]! & HELD) === 0) return null
  return { key: 'reason.messageHeld', parameters: { message: `${id[slot]}` } }
}

function fateReason(world: World, slot: number, how: 'drop' | 'duplicate'): Reason | null {
  const { id, flags, from, to } = world.network.messages
  if (zoneOfActor(world, from[slot]!) < 0 || zoneOfActor(world, to[slot]!) < 0) {
    return { key: 'reason.clientMessage', parameters: {} }
  }
  if (how === 'duplicate' || (flags[slot]! & LOST) === 0) return null
  return { key: 'reason.messageLost', parameters: { message: `${id[slot]}` } }
}

/** What becomes of a lost message has the command as its cause. */
export function catchMessage(ctx: Context, { message, how, by = usualDelay }: Catch): void {
  const { network, queue, now } = ctx.world
  const slot = slotOf(ctx.world, message)
  if (how === 'duplicate') return double(network, queue, slot, now)
  if (how === 'delay') return postpone(network, slot, parseDuration(by) as Micros)
  lose(network, slot)
  network.messages.cause[slot] = ctx.cause
}
