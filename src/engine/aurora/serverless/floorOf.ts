/**
 * The least capacity an instance may have: the minimum, half an ACU when it is 0; what features
 * hold it at; and, for a reader of tier 0 or 1, what its writer has, of a provisioned writer half
 * its memory in GiB. Rules S4 and S14.
 */
import type { V2Feature, V2ParameterName } from '../../contract/serverlessV2.ts'
import type { World } from '../world.ts'
import { followsWriter, leaderOf } from './groups.ts'
import { leastOf } from './regulate.ts'
import type { Capacity } from './serverless.ts'

const million = 1_000_000

const floors: Partial<Record<V2Feature, V2ParameterName>> = {
  performanceInsights: 'serverlessV2.floorPerformanceInsights',
  globalPrimary: 'serverlessV2.floorGlobalDatabase',
  enlargedLimits: 'serverlessV2.floorEnlargedLimits',
}

export function floorOf(world: World, capacity: Capacity): number {
  return Math.max(leastOf(world.serverless!.min), featureFloor(world), writerFloor(world, capacity))
}

/** Micro-ACU; 0 = no feature holds it up. */
export function featureFloor({ serverless, setup }: World): number {
  const { features = [] } = serverless?.v2 ?? {}
  let floor = 0
  for (const feature of features) {
    const name = floors[feature]
    const acu = name === undefined ? 0 : (setup.serverless?.v2?.values[name] ?? 0)
    floor = Math.max(floor, acu * million)
  }
  return floor
}

function writerFloor(world: World, capacity: Capacity): number {
  if (!followsWriter(world, capacity)) return 0
  return leaderOf(world, capacity)?.reported ?? provisionedFloor(world)
}

/** V2-11: an r6g.xlarge of 32 GiB counts as 16 ACU. */
function provisionedFloor({ instances, parameters }: World): number {
  const writer = instances.find(({ role }) => role === 'writer')
  if (!writer) return 0
  const gib = writer.vcpus * parameters['instance.memoryPerVcpu']
  return Math.floor((gib * million) / 2)
}
