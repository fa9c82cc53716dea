/** Several writers at which tests type SQL, by the fixed setting of the reference (4.1, FX). */
import type { Scenario } from '../contract/scenario.ts'
import { setSqlStage, type SqlStage } from './sqlStage.ts'

const instances = (['w1', 'w2', 'w3', 'w4'] as const).map((id, index) => ({
  id,
  az: (['a', 'b', 'c', 'a'] as const)[index]!,
  role: 'writer' as const,
}))

/** Without jitter; what one writer changes is applied at the others after 30 ms. */
const exact = {
  'network.tailProbability': 0,
  'multiMaster.replicationLag': '30ms',
  'multiMaster.replicationJitter': '0ms',
}

interface More {
  /** Protection groups. */
  groups?: number
  script?: NonNullable<Scenario['script']>
  workload?: NonNullable<Scenario['workload']>
}

export function setWriters(
  count = 2,
  parameters: Scenario['cluster']['parameters'] = {},
  { groups = 1, script = [], workload = [] }: More = {},
): SqlStage {
  return setSqlStage({
    script,
    workload,
    cluster: {
      edition: 'mysql',
      topology: 'multi-master',
      instances: instances.slice(0, count),
      volume: { protectionGroups: groups, segments: 'uniform' },
      parameters: { ...exact, ...parameters },
    },
  })
}
