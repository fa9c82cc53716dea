/**
 * The tunables of Serverless v2 and of billing by their short names: capacities in micro-ACU,
 * shares in parts per million, times in microseconds. Those that the parameter table has come
 * from there. Rules S and B.
 */
import type { World } from '../world.ts'

const defaults = {
  'serverlessV2.vcpuPerAcu': 250_000,
  'serverlessV2.targetBusy': 700_000,
  'serverlessV2.memoryPerConnection': 10_000_000,
  'serverlessV2.poolShareMysql': 600_000,
  'serverlessV2.holdDown': 60_000_000,
  'serverlessV2.rangeSettle': 3_600_000_000,
  'serverlessV2.pauseDrain': 10_000_000,
  'serverlessV2.resume': 15_000_000,
  'serverlessV2.resumeDeep': 30_000_000,
  'serverlessV2.readerResumeExtra': 2_000_000,
  'serverlessV2.adminAwake': 1_200_000_000,
} as const

export function tunable({ parameters }: World, name: keyof typeof defaults): number {
  return (parameters as Record<string, number>)[name] ?? defaults[name]
}
