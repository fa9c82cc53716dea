/** The features and single calls of Serverless v2, as scenarios write them. */
import type { V2Call, V2Feature } from '../contract/serverlessV2.ts'

export const v2Features = [
  'performanceInsights',
  'globalPrimary',
  'globalSecondary',
  'enlargedLimits',
  'logicalReplication',
  'binlogReplication',
  'zeroEtl',
  'babelfish',
  'proxy',
] as const satisfies readonly V2Feature[]

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
