/** Names of what a bill is made of, and of its prices. */
import type { BillItem, PriceName } from '../engine/contract/bill.ts'

export const itemNames: Record<BillItem, string> = {
  compute: 'Compute',
  minimum: 'Minimum',
  storage: 'Storage',
  io: 'I/O',
  backup: 'Backup',
}

export const priceNames: Record<PriceName, string> = {
  'billing.acuHourV2': 'ACU-hour, Serverless v2',
  'billing.acuHourV2IoOptimized': 'ACU-hour, v2 with I/O-Optimized',
  'billing.acuHourV1': 'ACU-hour, Serverless v1',
  'billing.instanceHourR5': 'db.r5.large, an hour',
  'billing.instanceHourR6g': 'db.r6g.large, an hour',
  'billing.instanceHourR7g': 'db.r7g.large, an hour',
  'billing.instanceHourR8g': 'db.r8g.large, an hour',
  'billing.instanceHourT3': 'db.t3.medium, an hour',
  'billing.instanceHourT4g': 'db.t4g.medium, an hour',
  'billing.instanceIoOptimizedFactor': 'Instances with I/O-Optimized, times',
  'billing.storageGbMonth': 'Storage, a GB for a month',
  'billing.storageGbMonthIoOptimized': 'Storage with I/O-Optimized, a GB for a month',
  'billing.ioMillion': 'A million I/Os',
  'billing.ioMillionIoOptimized': 'A million I/Os with I/O-Optimized',
  'billing.backupGbMonth': 'Backup beyond the free part, a GB for a month',
  'billing.minimumProvisioned': 'Least time of an instance, seconds',
  'billing.minimumV1': 'Least time awake of Serverless v1, seconds',
  'billing.hoursPerMonth': 'Hours of a month',
}

const generations: Record<string, string> = { v1: 'Serverless v1', v2: 'Serverless v2' }

/** A class, a generation, or nothing. */
export function billedName(of: string): string {
  return generations[of] ?? of
}
