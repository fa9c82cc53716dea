/**
 * The meter equals the integrals of the reported capacity and of the number of protection groups:
 * the law adds up by itself, from event to event, and must come to the same to the microsecond.
 */
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'

const id = 'meterIsExact'
const million = 1_000_000

interface Added {
  at: number
  microAcuSeconds: number
  rest: number
  /** By capacity, as last seen. */
  reported: number[]
  groups: number
  groupMicros: number
}

export const meterIsExact: Law<Added> = {
  id,
  rule: 'B6',
  watches: 'always',
  remember: world => ({
    at: world.now,
    microAcuSeconds: world.serverless?.meter.microAcuSeconds ?? 0,
    rest: world.serverless?.meter.rest ?? 0,
    reported: (world.serverless?.capacities ?? []).map(({ reported }) => reported),
    groups: world.groups.length,
    groupMicros: world.serverless?.meter.groupMicros ?? 0,
  }),
  after: ({ world }, added) => check(world, added),
  sweep: check,
}

function check(world: World, added: Added): Broken | null {
  const { serverless } = world
  if (!serverless) return null
  addUp(world, added)
  const { meter, capacities } = serverless
  let rest = meter.rest
  added.reported.length = capacities.length
  for (let index = 0; index < capacities.length; index++) {
    rest += capacities[index]!.reported * (world.now - meter.settledAt)
    added.reported[index] = capacities[index]!.reported
  }
  const whole = meter.microAcuSeconds + Math.floor(rest / million)
  const groupMicros = meter.groupMicros + world.groups.length * (world.now - meter.settledAt)
  added.groups = world.groups.length
  if (groupMicros !== added.groupMicros) {
    const wrong = { metered: groupMicros, added: added.groupMicros }
    return { law: id, key: `law.${id}.groups`, parameters: wrong }
  }
  if (whole === added.microAcuSeconds && rest % million === added.rest) return null
  const parameters = { metered: whole, added: added.microAcuSeconds }
  return { law: id, key: `law.${id}`, parameters }
}

function addUp({ now }: World, added: Added): void {
  const elapsed = now - added.at
  added.at = now
  added.groupMicros += added.groups * elapsed
  for (const reported of added.reported) {
    const counted = added.rest + reported * elapsed
    added.rest = counted % million
    added.microAcuSeconds += (counted - added.rest) / million
  }
}
