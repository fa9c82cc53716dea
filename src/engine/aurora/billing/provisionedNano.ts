/**
 * What the provisioned instances of a cluster with serverless ones have cost up to now, in
 * nano-dollars: the part of its bill that its meter does not count. Rules B8 and B9.
 */
import type { World } from '../world.ts'
import { billOf } from './billOf.ts'
import { spansOf } from './spansOf.ts'
import { priceValuesOf } from './standardPrices.ts'
import { withoutStops } from './stops.ts'

export function provisionedNano(world: World): number {
  const had = spansOf(world)
  if (had.length === 0) return 0
  const { setup, now, parameters, serverless } = world
  const isIoOptimized = parameters['billing.ioOptimized'] === 1
  const spans = withoutStops(had, serverless?.v2?.stops ?? [])
  const usage = { at: now, isIoOptimized, spans, acu: null, groupMicros: 0, ios: 0 }
  return billOf(usage, { prices: priceValuesOf(setup), isIoOptimized, backupGb: 0 }).nano
}
