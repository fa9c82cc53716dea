/**
 * The last instance of Serverless v1 is deleted: from now on the cluster is a provisioned one like
 * others, with the engine that v1 had. The range stays stored within what v2 allows, and what was
 * metered is billed as v1. Rule Z10.
 */
import { settleMeter } from '../serverless/settleMeter.ts'
import type { World } from '../world.ts'

const mostMicroAcu = 256_000_000

export function leaveV1(world: World): void {
  const serverless = world.serverless!
  const { instance } = serverless.capacities[0]!
  settleMeter(world)
  serverless.microAcuSecondsAsV1 = serverless.meter.microAcuSeconds
  serverless.capacities = []
  serverless.cpus[instance] = null
  serverless.max = Math.min(serverless.max, mostMicroAcu)
  serverless.min = Math.min(serverless.min, serverless.max)
  delete serverless.v1
  world.modify!.isOldEngine = true
}
