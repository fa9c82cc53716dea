/**
 * The prices that a cluster pays unless its scenario says otherwise: micro-dollars, millionths,
 * microseconds, hours. Those that meters need as they run stand among the parameters; these are
 * only read when a bill is looked at. A test holds them to the table of parameters. Rules B8, B9.
 */
import type { BillParameterName, PriceName, PriceValues } from '../../contract/bill.ts'
import type { Setup } from '../../contract/scenario.ts'

export const standardPrices: Record<BillParameterName, number> = {
  'billing.backupGbMonth': 21_000,
  'billing.instanceHourR5': 290_000,
  'billing.instanceHourR6g': 260_000,
  'billing.instanceHourR7g': 276_000,
  'billing.instanceHourR8g': 276_000,
  'billing.instanceHourT3': 82_000,
  'billing.instanceHourT4g': 73_000,
  'billing.instanceIoOptimizedFactor': 1_300_000,
  'billing.minimumV1': 300_000_000,
  'billing.minimumProvisioned': 600_000_000,
  'billing.hoursPerMonth': 730,
}

const acuHourV1 = 60_000

type Priced = Pick<Setup, 'parameters' | 'serverless' | 'prices'>

/** All prices of a cluster; `changed` says which are others for once. */
export function priceValuesOf(
  { parameters, serverless, prices }: Priced,
  changed: Partial<Record<PriceName, number>> = {},
): PriceValues {
  return {
    'billing.acuHourV1': serverless?.v1?.values['billing.acuHourV1'] ?? acuHourV1,
    'billing.acuHourV2': parameters['billing.acuHourV2'],
    'billing.acuHourV2IoOptimized': parameters['billing.acuHourV2IoOptimized'],
    'billing.storageGbMonth': parameters['billing.storageGbMonth'],
    'billing.storageGbMonthIoOptimized': parameters['billing.storageGbMonthIoOptimized'],
    'billing.ioMillion': parameters['billing.ioMillion'],
    'billing.ioMillionIoOptimized': parameters['billing.ioMillionIoOptimized'],
    ...standardPrices,
    ...prices,
    ...changed,
  }
}
