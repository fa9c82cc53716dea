/**
 * The prices that a cluster pays: Standard storage, or I/O-Optimized where `billing.ioOptimized`
 * says so, which pays more for capacity and storage and nothing for I/O. Whole micro-dollars.
 * Serverless v1 has a price of its own. Rules B2, B3, B7 and E15.
 */
import type { Setup } from '../../contract/scenario.ts'

export interface Prices {
  /** An ACU for an hour, a GB for a month, a million of I/Os. */
  acuHour: number
  storageGbMonth: number
  ioMillion: number
}

export function pricesOf({
  parameters,
  serverless,
}: Pick<Setup, 'parameters' | 'serverless'>): Prices {
  const kind = parameters['billing.ioOptimized'] === 1 ? 'IoOptimized' : ''
  return {
    acuHour: serverless?.v1?.values['billing.acuHourV1'] ?? v2AcuHour({ parameters }),
    storageGbMonth: parameters[`billing.storageGbMonth${kind}`],
    ioMillion: parameters[`billing.ioMillion${kind}`],
  }
}

/** An ACU for an hour of v2, also in a cluster that was v1 before. */
export function v2AcuHour({ parameters }: Pick<Setup, 'parameters'>): number {
  const kind = parameters['billing.ioOptimized'] === 1 ? 'IoOptimized' : ''
  return parameters[`billing.acuHourV2${kind}`]
}
