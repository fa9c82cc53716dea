/** What the scenarios of Serverless v1 share: one instance, a shop, and a crowd that grows. */
import type { DemandWorkload, Scenario } from '../contract/scenario.ts'
import { elasticWriter } from './elasticWriter.ts'

export function v1Cluster(
  more: Partial<NonNullable<Scenario['cluster']['serverless']>>,
): Scenario['cluster'] {
  return {
    instances: [elasticWriter],
    serverless: { generation: 'v1', ...more },
    parameters: { 'storage.gossipPeriod': '1000ms' },
  }
}

export function crowd(points: DemandWorkload['points'], connections: number): DemandWorkload {
  return { id: 'crowd', kind: 'demand', on: 'w1', unit: 'ACU', points, connections }
}

/** The clerk types, where somebody typed before or at the writer. */
export function clerk(at: string, text: string): NonNullable<Scenario['script']>[number] {
  return { at, do: 'RunSql', session: 'clerk', on: 'w1', text }
}
