/**
 * An operator asks for one of the listed capacities: the same search for a scaling point, with a
 * time of its own; the automatic goes on afterwards. Rule E13.
 */
import type { Reason } from '../../contract/commands.ts'
import type { DurationText, Micros } from '../../contract/units.ts'
import type { Given, Verb } from '../mechanism.ts'
import type { World } from '../world.ts'
import { partsOf } from './partsOf.ts'
import { beginSearch } from './search.ts'

const second = 1_000_000

/** Durations are read by whoever knows how people write them. */
export type ReadDuration = (text: DurationText | undefined) => Micros | null

export function createSetCapacity(readDuration: ReadDuration): Verb<'SetCapacity'> {
  return {
    validate: (world, command) => problemWith(world, command, readDuration(command.timeout)),
    give(ctx, { acu, timeout, onTimeout }) {
      const { setup } = partsOf(ctx.world)
      beginSearch(ctx, {
        target: acu * second,
        because: 'command',
        timeoutMicros: readDuration(timeout) ?? setup.timeoutMicros,
        action: onTimeout ?? setup.onTimeout,
      })
    },
  }
}

function problemWith(
  world: World,
  { acu, timeout }: Given<'SetCapacity'>,
  micros: Micros | null,
): Reason | null {
  const { v1, setup, serverless } = partsOf(world)
  const listed = setup.steps.filter(step => step >= serverless.min && step <= serverless.max)
  const allowed = listed.map(step => `${step / second}`).join(', ')
  if (!listed.includes(acu * second)) return { key: 'reason.noStep', parameters: { acu, allowed } }
  const isInTime = micros !== null && micros >= 10 * second && micros <= 600 * second
  if (timeout !== undefined && !isInTime) {
    return { key: 'reason.searchTime', parameters: { time: timeout } }
  }
  if (v1.current === acu * second) return { key: 'reason.sameCapacity', parameters: { acu } }
  return v1.state === 'running' ? null : { key: `reason.v1.${v1.state}`, parameters: {} }
}
