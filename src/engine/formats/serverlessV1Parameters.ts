/**
 * Tunables of Serverless v1. They are resolved for clusters of that generation only and stand in
 * its own part of the setup, since no other cluster has anything to do with them.
 */
import type { V1ParameterName } from '../contract/serverlessV1.ts'
import type { ParameterCard, ParameterDefault } from './parameterRow.ts'

export const v1Table: Record<V1ParameterName, ParameterDefault> = {
  'serverlessV1.evaluate': { unit: 'duration', default: '60s' },
  'serverlessV1.upCpu': { unit: 'ratio', default: 0.7 },
  'serverlessV1.upConnections': { unit: 'ratio', default: 0.9 },
  'serverlessV1.downCpu': { unit: 'ratio', default: 0.3 },
  'serverlessV1.downConnections': { unit: 'ratio', default: 0.4 },
  'serverlessV1.upCooldown': { unit: 'duration', default: '0s' },
  'serverlessV1.downAfterUp': { unit: 'duration', default: '900s' },
  'serverlessV1.downAfterDown': { unit: 'duration', default: '310s' },
  'serverlessV1.launchRules': { unit: 'count', default: 0 },
  'serverlessV1.launchAttempts': { unit: 'count', default: 5 },
  'serverlessV1.launchAttemptSpacing': { unit: 'duration', default: '60s' },
  'serverlessV1.quietStatementAge': { unit: 'duration', default: '1s' },
  'serverlessV1.attach': { unit: 'duration', default: '15s' },
  'serverlessV1.switchStall': { unit: 'duration', default: '1s' },
  'serverlessV1.resume': { unit: 'duration', default: '30s' },
  'serverlessV1.deepResume': { unit: 'duration', default: '300s' },
  'serverlessV1.recreate': { unit: 'duration', default: '180s' },
  'serverlessV1.recreateNoCapacity': { unit: 'duration', default: '600s' },
  'serverlessV1.noCapacity': { unit: 'count', default: 0 },
  'billing.acuHourV1': { unit: 'dollars', default: 0.06 },
}

export const v1ParameterNames = Object.keys(v1Table) as V1ParameterName[]

export function isOfV1(name: string): name is V1ParameterName {
  return Object.hasOwn(v1Table, name)
}

export const serverlessV1Parameters = {
  'serverlessV1.evaluate': {
    number: 160,
    range: ['15s', '300s'],
    basis: 'assumption',
    source: 'not published',
    summary: 'Period and window of the means that a change follows from.',
  },
  'serverlessV1.upCpu': {
    number: 161,
    range: [0, 1],
    basis: 'published',
    source: 'UG18',
    summary: 'Mean CPU use above which it wants a step up.',
  },
  'serverlessV1.upConnections': {
    number: 162,
    range: [0, 1],
    basis: 'published',
    source: 'UG18',
    summary: 'Share of the connections admitted above which it wants a step up.',
  },
  'serverlessV1.downCpu': {
    number: 163,
    range: [0, 1],
    basis: 'published',
    source: 'UG18',
    summary: 'Mean CPU use below which it may want a step down.',
  },
  'serverlessV1.downConnections': {
    number: 164,
    range: [0, 1],
    basis: 'published',
    source: 'UG18',
    summary: 'Share of connections below which it may want a step down; CPU must be low too.',
  },
  'serverlessV1.upCooldown': {
    number: 165,
    range: ['0s', '3600s'],
    basis: 'published',
    source: 'UG19',
    summary: 'No step up for so long after any change.',
  },
  'serverlessV1.downAfterUp': {
    number: 166,
    range: ['0s', '3600s'],
    basis: 'published',
    source: 'UG19, UG22',
    summary: 'No step down for so long after a step up.',
  },
  'serverlessV1.downAfterDown': {
    number: 167,
    range: ['0s', '3600s'],
    basis: 'published',
    source: 'UG19, UG22',
    summary: 'No step down for so long after a step down.',
  },
  'serverlessV1.launchRules': {
    number: 168,
    range: [0, 1],
    basis: 'published',
    source: 'UG18',
    summary: 'With 1 the rules of 2018: waits of 180 s and 900 s, five attempts, then none.',
  },
  'serverlessV1.launchAttempts': {
    number: 169,
    range: [1, 20],
    basis: 'published',
    source: 'UG18',
    summary: 'Attempts to find a scaling point, by the rules of 2018.',
  },
  'serverlessV1.launchAttemptSpacing': {
    number: 170,
    range: ['1s', '600s'],
    basis: 'assumption',
    source: 'not published',
    summary: 'From one attempt to the next, by the rules of 2018.',
  },
  'serverlessV1.quietStatementAge': {
    number: 171,
    range: ['0s', '60s'],
    basis: 'assumption',
    source: 'not published',
    summary: 'No statement may be older than this at a scaling point.',
  },
  'serverlessV1.attach': {
    number: 172,
    range: ['0s', '120s'],
    basis: 'assumption',
    source: 'not published',
    summary: 'Until a host from the warm pool is attached, before any scaling point.',
  },
  'serverlessV1.switchStall': {
    number: 173,
    range: ['0s', '30s'],
    basis: 'assumption',
    source: 'not published',
    summary: 'How long the router holds statements while it switches.',
  },
  'serverlessV1.resume': {
    number: 174,
    range: ['20s', '60s'],
    basis: 'assumption',
    source: 'CDK22, NASA21, PERC19: 20 to 60 s measured',
    summary: 'From the first connection to a paused cluster to answers.',
  },
  'serverlessV1.deepResume': {
    number: 175,
    range: ['60s', '3600s'],
    basis: 'assumption',
    source: 'not published',
    summary: 'The same after more than seven days paused, from a snapshot.',
  },
  'serverlessV1.recreate': {
    number: 176,
    range: ['60s', '600s'],
    basis: 'assumption',
    source: 'UG23: longer than a failover',
    summary: 'Until a lost instance is re-created in another zone.',
  },
  'serverlessV1.recreateNoCapacity': {
    number: 177,
    range: ['180s', '3600s'],
    basis: 'assumption',
    source: 'not published',
    summary: 'The same when other zones have no capacity at first.',
  },
  'serverlessV1.noCapacity': {
    number: 178,
    range: [0, 1],
    basis: 'assumption',
    source: 'UG23: depends on capacity in other zones',
    summary: 'With 1 other zones have no capacity for a new instance at first.',
  },
  'billing.acuHourV1': {
    number: 179,
    range: [0, 10],
    basis: 'published',
    source: 'PRICE',
    summary: 'Dollars for an ACU-hour of Serverless v1.',
  },
} as const satisfies Record<V1ParameterName, ParameterCard>
