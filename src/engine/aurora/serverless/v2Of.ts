/** The state of Serverless v2 beside its control loops, which sleeps until it is asked for. */
import type { World } from '../world.ts'
import { platformOf } from './rampOf.ts'
import type { ServerlessV2 } from './v2State.ts'

/** Awakens it. */
export function v2Of(world: World): ServerlessV2 {
  const serverless = world.serverless!
  serverless.v2 ??= {
    platform: platformOf(world),
    features: [...(world.setup.serverless?.v2?.features ?? [])],
    featureFact: 0,
    neighbourFact: 0,
    short: world.instances.map(() => ({ since: -1, isIncompatible: false, restarts: 0 })),
    stop: null,
    hosts: null,
  }
  return serverless.v2
}
