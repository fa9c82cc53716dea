/** The rates of the platform version in force. Rules S3 and S13. */
import type { V2ClusterView } from '../../contract/serverlessV2.ts'
import type { World } from '../world.ts'
import { type Ramp, ramps } from './ramp.ts'

export function rampOf(world: World): Ramp {
  return ramps[platformOf(world)]
}

export function platformOf({ serverless, setup }: World): V2ClusterView['platform'] {
  return serverless?.v2?.platform ?? setup.serverless?.platform ?? 4
}
