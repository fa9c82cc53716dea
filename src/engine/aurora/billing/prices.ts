/**
 * The prices that a cluster pays: Standard storage, or I/O-Optimized where `billing.ioOptimized`
 * says so, which pays more for capacity and storage and nothing for I/O. Whole micro-dollars.
 * Rules B2, B3 and B7.
 */
import type { ParameterValues } from '../../contract/parameters.ts'

export interface Prices {
  /** An ACU for an hour, a GB for a month, a million of I/Os. */
  acuHour: number
  storageGbMonth: number
  ioMillion: number
}

export function pricesOf(parameters: ParameterValues): Prices {
  const kind = parameters['billing.ioOptimized'] === 1 ? 'IoOptimized' : ''
  return {
    acuHour: parameters[`billing.acuHourV2${kind}`],
    storageGbMonth: parameters[`billing.storageGbMonth${kind}`],
    ioMillion: parameters[`billing.ioMillion${kind}`],
  }
}
