/** What every rule of Serverless v1 works with: its own state and the one capacity. */
import type { V1Setup } from '../../contract/serverlessV1.ts'
import type { Instance } from '../instance.ts'
import type { Capacity, Serverless } from '../serverless/serverless.ts'
import type { World } from '../world.ts'
import type { ServerlessV1 } from './serverlessV1.ts'

export interface Parts {
  v1: ServerlessV1
  capacity: Capacity
  instance: Instance
  serverless: Serverless
  setup: V1Setup
  values: V1Setup['values']
}

/** Only in a cluster of this generation. */
export function partsOf({ serverless, setup, instances }: World): Parts {
  const capacity = serverless!.capacities[0]!
  const its = setup.serverless!.v1!
  return {
    v1: serverless!.v1!,
    capacity,
    instance: instances[capacity.instance]!,
    serverless: serverless!,
    setup: its,
    values: its.values,
  }
}
