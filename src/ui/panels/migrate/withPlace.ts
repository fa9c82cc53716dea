/** The same story with a place kept for one more instance, so that it can be changed. */
import type { Scenario } from '../../../engine/contract/scenario.ts'
import { suggestedClass } from '../../../words/migrationWays.ts'

/** In a zone where nothing stands yet, if there is one; serverless, unless the writer is. */
export function withPlace(scenario: Scenario): Scenario {
  const { instances } = scenario.cluster
  const az = (['a', 'b', 'c'] as const).find(zone => instances.every(its => its.az !== zone)) ?? 'a'
  const ids = instances.map(({ id }) => id)
  const free = [2, 3, 4, 5, 6].map(number => `w${number}`).find(id => !ids.includes(id)) ?? 'next'
  const { serverless } = scenario.cluster
  const other =
    serverless?.generation === 'v1' ? suggestedClass(serverless.max ?? 16) : 'db.r6g.large'
  const name = instances[0]?.class === 'serverless' ? other : 'serverless'
  const spare = { id: free, az, role: 'reader', class: name, tier: 0, spare: true } as const
  return {
    ...scenario,
    name: `${scenario.name.slice(0, 30)}-plus`,
    cluster: { ...scenario.cluster, instances: [...instances, spare] },
    workload: scenario.workload?.map(its => ({ ...its, ...byName(its, instances[0]?.id) })),
  } as Scenario
}

/** Who used the writer by its own name finds the next one by the cluster's. */
function byName(
  { kind, on }: NonNullable<Scenario['workload']>[number],
  writer: string | undefined,
): { on?: string } {
  return kind === 'sessions' && (on === undefined || on === writer) ? { on: 'cluster' } : {}
}
