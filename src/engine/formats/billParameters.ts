/**
 * Prices that only a bill reads: of instances, of backup, and the least that is billed. Values that
 * a scenario gives stand in a part of the setup of their own, since no run depends on them.
 */
import type { BillParameterName } from '../contract/bill.ts'
import type { ParameterCard, ParameterDefault } from './parameterRow.ts'

export const billTable: Record<BillParameterName, ParameterDefault> = {
  'billing.backupGbMonth': { unit: 'dollars', default: 0.021 },
  'billing.instanceHourR5': { unit: 'dollars', default: 0.29 },
  'billing.instanceHourR6g': { unit: 'dollars', default: 0.26 },
  'billing.instanceHourR7g': { unit: 'dollars', default: 0.276 },
  'billing.instanceHourR8g': { unit: 'dollars', default: 0.276 },
  'billing.instanceHourT3': { unit: 'dollars', default: 0.082 },
  'billing.instanceHourT4g': { unit: 'dollars', default: 0.073 },
  'billing.instanceIoOptimizedFactor': { unit: 'dollars', default: 1.3 },
  'billing.minimumV1': { unit: 'duration', default: '300s' },
  'billing.minimumProvisioned': { unit: 'duration', default: '600s' },
  'billing.hoursPerMonth': { unit: 'count', default: 730 },
}

export const billParameterNames = Object.keys(billTable) as BillParameterName[]

export function isOfBill(name: string): name is BillParameterName {
  return Object.hasOwn(billTable, name)
}

const hour = { range: [0, 100], basis: 'published', source: 'ATK' } as const

export const billParameters = {
  'billing.backupGbMonth': {
    number: 190,
    range: [0, 10],
    basis: 'published',
    source: 'ATK',
    summary: 'Dollars for a GB of backup beyond the free part, for a month.',
  },
  'billing.instanceHourR5': {
    number: 191,
    ...hour,
    summary: 'Dollars for an hour of db.r5.large; larger sizes keep their proportion to it.',
  },
  'billing.instanceHourR6g': {
    number: 192,
    ...hour,
    summary: 'Dollars for an hour of db.r6g.large; larger sizes keep their proportion to it.',
  },
  'billing.instanceHourR7g': {
    number: 193,
    ...hour,
    summary: 'Dollars for an hour of db.r7g.large; larger sizes keep their proportion to it.',
  },
  'billing.instanceHourR8g': {
    number: 194,
    ...hour,
    summary: 'Dollars for an hour of db.r8g.large; larger sizes keep their proportion to it.',
  },
  'billing.instanceHourT3': {
    number: 195,
    ...hour,
    summary: 'Dollars for an hour of db.t3.medium; db.t3.large keeps its proportion to it.',
  },
  'billing.instanceHourT4g': {
    number: 196,
    ...hour,
    summary: 'Dollars for an hour of db.t4g.medium; db.t4g.large keeps its proportion to it.',
  },
  'billing.instanceIoOptimizedFactor': {
    number: 197,
    range: [1, 2],
    basis: 'published',
    source: 'PRICE: db.r6g.large 0.338',
    summary: 'An instance with I/O-Optimized storage costs so many times as much.',
  },
  'billing.minimumV1': {
    number: 198,
    range: ['0s', '300s'],
    basis: 'published',
    source: 'AWS FAQ 2018, second hand',
    summary: 'Serverless v1 is billed for at least so long each time that it is awake.',
  },
  'billing.minimumProvisioned': {
    number: 199,
    range: ['0s', '3600s'],
    basis: 'published',
    source: 'UG: 10 minutes after a billable change',
    summary: 'An instance is billed for at least so long after its creation, start or new class.',
  },
  'billing.hoursPerMonth': {
    number: 200,
    range: [672, 744],
    basis: 'assumption',
    source: '730 on average; 720 and 744 are months of 30 and 31 days',
    summary: 'Hours of the month that is estimated; the meter itself counts seconds.',
  },
} as const satisfies Record<BillParameterName, ParameterCard>
