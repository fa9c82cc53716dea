/** Prices: static copies of the price list for us-east-1, on demand. */
import type { ParameterCard } from './parameterRow.ts'

const copied = { range: [0, 10], basis: 'published', source: 'PRICE' } as const

export const billingParameters = {
  'billing.acuHourV2': {
    number: 68,
    ...copied,
    summary: 'Dollars for an ACU-hour of Serverless v2 with Standard storage.',
  },
  'billing.acuHourV2IoOptimized': {
    number: 69,
    ...copied,
    source: 'PRICE; ATK says 0.156',
    summary: 'Dollars for an ACU-hour of Serverless v2 with I/O-Optimized storage.',
  },
  'billing.storageGbMonth': {
    number: 70,
    ...copied,
    summary: 'Dollars for a GB of Standard storage for a month.',
  },
  'billing.storageGbMonthIoOptimized': {
    number: 71,
    ...copied,
    summary: 'Dollars for a GB of I/O-Optimized storage for a month.',
  },
  'billing.ioMillion': {
    number: 72,
    ...copied,
    summary: 'Dollars for a million I/Os of Standard storage.',
  },
  'billing.ioMillionIoOptimized': {
    number: 73,
    ...copied,
    summary: 'Dollars for a million I/Os of I/O-Optimized storage.',
  },
  'billing.ioOptimized': {
    number: 74,
    range: [0, 1],
    basis: 'published',
    source: 'PRICE: two ways to pay',
    summary: 'How the cluster pays: 0 Standard, 1 I/O-Optimized.',
  },
} as const satisfies Record<string, ParameterCard>
