/**
 * Tunables that only clusters of Serverless v2 have resolved, in their own part of the setup; the
 * rest of v2 is older and stands with the mechanisms.
 */
import type { V2ParameterName } from '../contract/serverlessV2.ts'
import type { ParameterCard, ParameterDefault } from './parameterRow.ts'

export const v2Table: Record<V2ParameterName, ParameterDefault> = {
  'serverlessV2.poolSharePostgresql': { unit: 'ratio', default: 0.675 },
  'serverlessV2.poolSharePostgresqlSmall': { unit: 'ratio', default: 0.125 },
  'serverlessV2.floorPerformanceInsights': { unit: 'count', default: 2 },
  'serverlessV2.floorGlobalDatabase': { unit: 'count', default: 8 },
  'serverlessV2.floorEnlargedLimits': { unit: 'count', default: 2 },
  'serverlessV2.outOfMemoryAfter': { unit: 'duration', default: '60s' },
  'serverlessV2.startStopped': { unit: 'duration', default: '570s' },
  'serverlessV2.inside': { unit: 'count', default: 0 },
  'serverlessV2.migrationProbability': { unit: 'ratio', default: 0.00018 },
  'serverlessV2.hostSize': { unit: 'count', default: 128 },
  'serverlessV2.heatThreshold': { unit: 'ratio', default: 0.8 },
  'serverlessV2.migration': { unit: 'duration', default: '30s' },
}

export const v2ParameterNames = Object.keys(v2Table) as V2ParameterName[]

export function isOfV2(name: string): name is V2ParameterName {
  return Object.hasOwn(v2Table, name)
}

export const serverlessV2Parameters = {
  'serverlessV2.poolSharePostgresql': {
    number: 220,
    range: [0.1, 0.9],
    basis: 'derived',
    source: 'UG23: 67.5 to 68 %',
    summary: 'PostgreSQL: share of memory that shared buffers have, from 2 ACU on.',
  },
  'serverlessV2.poolSharePostgresqlSmall': {
    number: 221,
    range: [0.1, 0.9],
    basis: 'derived',
    source: 'UG23: 128 MiB at 0.5 ACU',
    summary: 'PostgreSQL: the same at half an ACU.',
  },
  'serverlessV2.floorPerformanceInsights': {
    number: 222,
    range: [0, 256],
    basis: 'published',
    source: 'UG23, advised minimum',
    summary: 'ACU that Performance Insights holds an instance at.',
  },
  'serverlessV2.floorGlobalDatabase': {
    number: 223,
    range: [0, 256],
    basis: 'published',
    source: 'UG23',
    summary: 'ACU that the primary of a global database is held at.',
  },
  'serverlessV2.floorEnlargedLimits': {
    number: 224,
    range: [0, 256],
    basis: 'published',
    source: 'BLOGP1, second hand',
    summary: 'ACU that enlarged max_connections or lock limits hold an instance at.',
  },
  'serverlessV2.outOfMemoryAfter': {
    number: 225,
    range: ['1s', '3600s'],
    basis: 'assumption',
    source: 'not published',
    summary: 'Memory needed above the maximum for so long before the instance restarts.',
  },
  'serverlessV2.startStopped': {
    number: 226,
    range: ['60s', '3600s'],
    basis: 'assumption',
    source: 'one measured sample',
    summary: 'Until a cluster that was stopped answers again.',
  },
  'serverlessV2.inside': {
    number: 227,
    range: [0, 1],
    basis: 'assumption',
    source: 'VLDB24; how full a host is was not published',
    summary: 'With 1 the hosts that instances stand on are part of the run, illustrative.',
  },
  'serverlessV2.migrationProbability': {
    number: 228,
    range: [0, 1],
    basis: 'derived',
    source: 'BROOKER: 2,923 of 16,440,024 scale-ups',
    summary: 'How often a scale-up needs a move to another host.',
  },
  'serverlessV2.hostSize': {
    number: 229,
    range: [16, 1024],
    basis: 'assumption',
    source: 'illustrative',
    summary: 'ACU of a host.',
  },
  'serverlessV2.heatThreshold': {
    number: 230,
    range: [0.1, 1],
    basis: 'assumption',
    source: 'illustrative',
    summary: 'Share of a host that may be reserved before it counts as hot.',
  },
  'serverlessV2.migration': {
    number: 231,
    range: ['1s', '600s'],
    basis: 'assumption',
    source: 'illustrative',
    summary: 'How long a live migration takes; the capacity is frozen meanwhile.',
  },
} as const satisfies Record<V2ParameterName, ParameterCard>
