/** The features and single calls of Serverless v2, as scenarios write them, in the order shown. */
import type { V2Call, V2Feature } from '../contract/serverlessV2.ts'

export type Edition = 'mysql' | 'postgresql'

export const v2Features = [
  'performanceInsights',
  'enlargedLimits',
  'globalPrimary',
  'globalSecondary',
  'binlogReplication',
  'logicalReplication',
  'zeroEtl',
  'babelfish',
  'proxy',
] as const satisfies readonly V2Feature[]

/** Features that only one edition has. */
const editions: Partial<Record<V2Feature, Edition>> = {
  binlogReplication: 'mysql',
  logicalReplication: 'postgresql',
  babelfish: 'postgresql',
}

export function featuresOf(edition: Edition): V2Feature[] {
  return v2Features.filter(feature => (editions[feature] ?? edition) === edition)
}

export const v2Calls = [
  'wrongPassword',
  'dataApi',
  'parameterGroup',
  'readLogs',
  'backtrack',
  'clone',
  'upgrade',
  'snapshot',
] as const satisfies readonly V2Call[]
