/**
 * How many ACU an instance that one has would take on average, as AWS's own sizing tool reckons:
 * 95 parts of the CPU that is rarely exceeded and 5 of the highest, 4 ACU for each CPU, up to the
 * next half. And what a month of both costs. Rule B14.
 */
import type { PriceValues, SizingAnswer, SizingQuestion } from '../../contract/bill.ts'
import { classPrice, listedVcpus } from './classPrice.ts'
import { centText, computeNanoDollars, instanceNanoDollars, storageNanoDollars } from './dollars.ts'

const acuPerVcpu = 4
const hourMicros = 3_600_000_000

export function sizingOf(
  { class: name, cpuP95, cpuMax, storageGb }: SizingQuestion,
  prices: PriceValues,
): SizingAnswer {
  const hours = prices['billing.hoursPerMonth']
  const busyPercent = 0.95 * cpuP95 + 0.05 * cpuMax
  const halves = Math.ceil((2 * busyPercent * listedVcpus(name) * acuPerVcpu) / 100 - 1e-9)
  const acu = Math.max(1, halves) / 2
  const serverless = computeNanoDollars(acu * hours * hourMicros, prices['billing.acuHourV2'])
  const instance = instanceNanoDollars(hours * hourMicros, classPrice(name, prices, false))
  const perMonth = prices['billing.storageGbMonth']
  const storage = storageNanoDollars(storageGb, hours * 3_600, perMonth)
  return {
    acu,
    serverlessDollars: centText(serverless + storage),
    instanceDollars: centText(instance + storage),
    storageDollars: centText(storage),
  }
}
