/**
 * What a cluster has used up to now, whatever it consists of: worked out of the state and of the
 * instants at which the volume grew, so that looking changes nothing. Rules B1, B3, B7 and B9.
 */
import type { AcuUsage, Usage } from '../../contract/bill.ts'
import type { Micros } from '../../contract/units.ts'
import type { Serverless } from '../serverless/serverless.ts'
import type { World } from '../world.ts'
import { iosOf } from './ioOf.ts'
import { spansOf } from './spansOf.ts'
import { type Metered, stopsOf, withoutStops } from './stops.ts'

const million = 1_000_000

/** The facts that a bill needs, from the start of the run, oldest first; others do no harm. */
export function usageOf(world: World, facts: readonly Metered[]): Usage {
  const { now, parameters, serverless } = world
  return {
    at: now,
    isIoOptimized: parameters['billing.ioOptimized'] === 1,
    spans: withoutStops(spansOf(world), stopsOf(facts)),
    acu: serverless && hasAcu(serverless) ? acuOf(serverless, now) : null,
    groupMicros: groupMicrosOf(world, grownAt(facts)),
    ios: serverless ? serverless.meter.ios : iosOf(world),
  }
}

function hasAcu({ capacities, microAcuSecondsAsV1 = 0 }: Serverless): boolean {
  return capacities.length > 0 || microAcuSecondsAsV1 > 0
}

function grownAt(facts: readonly Metered[]): Micros[] {
  return facts.filter(({ fact }) => fact === 'VolumeGrew').map(({ at }) => at)
}

function groupMicrosOf({ groups, now }: World, added: readonly Micros[]): number {
  const first = groups.length - added.length
  return added.reduce((sum, at) => sum + now - at, first * now)
}

function acuOf(
  { meter, capacities, v1, microAcuSecondsAsV1: asV1 }: Serverless,
  now: Micros,
): AcuUsage {
  const since = now - meter.settledAt
  const reported = capacities.reduce((sum, its) => sum + its.reported, 0)
  const asleep = capacities.filter(({ state }) => state === 'paused').length
  const isAwake = v1 !== undefined && v1.state !== 'paused' && v1.state !== 'resuming'
  return {
    generation: v1 ? 'v1' : 'v2',
    instances: capacities.length,
    microAcuSeconds: meter.microAcuSeconds + Math.floor((meter.rest + reported * since) / million),
    ...(asV1 === undefined ? {} : { asV1 }),
    pausedMicros: meter.pausedMicros + asleep * since,
    activation: isAwake ? { micros: now - v1.activeSince, microAcu: reported } : null,
  }
}
