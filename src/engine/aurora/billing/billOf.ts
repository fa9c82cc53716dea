/**
 * From what was used to what it costs, line by line, at any prices. Every line is rounded down to a
 * whole nano-dollar; the total is their sum. Rules B2, B3 and B7 to B12.
 */
import type {
  Bill,
  BillLine,
  InstanceSpan,
  MonthItem,
  PriceValues,
  Usage,
} from '../../contract/bill.ts'
import type { Micros } from '../../contract/units.ts'
import { classPrice } from './classPrice.ts'
import {
  centText,
  computeNanoDollars,
  dollarText,
  gbPerGroup,
  hoursText,
  instanceNanoDollars,
  ioNanoDollars,
  storageNanoDollars,
} from './dollars.ts'

/** How a cluster pays: for all rows of a comparison the same items. */
export interface Paying {
  prices: PriceValues
  isIoOptimized: boolean
  /** Kept beyond the free part. */
  backupGb: number
}

const million = 1_000_000
const hourMicros = 3_600_000_000

export function billOf(usage: Usage, paying: Paying): Bill {
  const lines = linesOf(usage, paying)
  const nano = sumOf(lines)
  const month = monthOf(usage, paying.prices['billing.hoursPerMonth'])
  const monthly = linesOf(month, paying).filter(({ item }) => item !== 'minimum')
  const monthNano = sumOf(monthly)
  return {
    isIoOptimized: paying.isIoOptimized,
    lines,
    nano,
    dollars: dollarText(nano),
    monthNano,
    monthDollars: centText(monthNano),
    monthBy: {
      compute: itemOf(monthly, 'compute'),
      storage: itemOf(monthly, 'storage'),
      io: itemOf(monthly, 'io'),
      backup: itemOf(monthly, 'backup'),
    },
  }
}

function sumOf(lines: readonly BillLine[]): number {
  return lines.reduce((sum, { nano }) => sum + nano, 0)
}

function itemOf(lines: readonly BillLine[], item: MonthItem): number {
  return sumOf(lines.filter(line => line.item === item))
}

function linesOf(usage: Usage, paying: Paying): BillLine[] {
  return [
    ...classLines(usage, paying),
    ...acuLines(usage, paying),
    storageLine(usage, paying),
    ioLine(usage, paying),
    backupLine(usage, paying),
  ]
}

function lineOf(line: Omit<BillLine, 'dollars'>): BillLine {
  return { ...line, dollars: dollarText(line.nano) }
}

/** B8, B9: each class that the cluster has had, and what is short of the least of each span. */
function classLines({ spans, at }: Usage, paying: Paying): BillLine[] {
  const classes = [...new Set(spans.map(its => its.class))]
  return classes.flatMap(name => linesOfClass(name, { spans, at }, paying))
}

function linesOfClass(
  name: string,
  { spans, at }: Pick<Usage, 'spans' | 'at'>,
  { prices, isIoOptimized }: Paying,
): BillLine[] {
  const perHour = classPrice(name, prices, isIoOptimized)
  const lengths = spans.filter(its => its.class === name).map(its => lengthOf(its, at))
  const least = prices['billing.minimumProvisioned']
  const micros = lengths.reduce((sum, length) => sum + length, 0)
  const short = lengths.reduce((sum, length) => sum + Math.max(0, least - length), 0)
  const nano = instanceNanoDollars(micros, perHour)
  const compute = lineOf({
    item: 'compute',
    of: name,
    quantity: hoursText(micros),
    unit: 'h',
    nano,
  })
  if (short === 0) return [compute]
  // Together they are rounded once, so that ten minutes cost what ten minutes cost.
  const owed = instanceNanoDollars(micros + short, perHour) - nano
  return [compute, minimumLine(name, short, owed)]
}

function lengthOf({ from, until }: InstanceSpan, at: Micros): Micros {
  return (until ?? at) - from
}

function minimumLine(of: string, micros: Micros, nano: number): BillLine {
  return lineOf({
    item: 'minimum',
    of,
    quantity: `${Math.ceil(micros / million)}`,
    unit: 's',
    nano,
  })
}

function acuLine(of: string, microAcuSeconds: number, perHour: number): BillLine {
  const nano = computeNanoDollars(microAcuSeconds, perHour)
  const quantity = hoursText(microAcuSeconds)
  return lineOf({ item: 'compute', of, quantity, unit: 'ACU-h', nano })
}

/** B2, E15. */
function acuLines({ acu }: Usage, { prices, isIoOptimized }: Paying): BillLine[] {
  if (acu === null) return []
  const { generation, microAcuSeconds, activation } = acu
  const standard = isIoOptimized ? 'billing.acuHourV2IoOptimized' : 'billing.acuHourV2'
  const perHour = prices[generation === 'v1' ? 'billing.acuHourV1' : standard]
  if (acu.asV1 !== undefined) {
    return [
      acuLine('v1', acu.asV1, prices['billing.acuHourV1']),
      acuLine('v2', microAcuSeconds - acu.asV1, perHour),
    ]
  }
  const compute = acuLine(generation, microAcuSeconds, perHour)
  const { nano } = compute
  const short = activation ? Math.max(0, prices['billing.minimumV1'] - activation.micros) : 0
  if (activation === null || short === 0) return [compute]
  const owed = microAcuSeconds + Math.floor((short * activation.microAcu) / million)
  return [compute, minimumLine('v1', short, computeNanoDollars(owed, perHour) - nano)]
}

function storageLine({ groupMicros }: Usage, { prices, isIoOptimized }: Paying): BillLine {
  const seconds = Math.floor(groupMicros / million)
  const perMonth = prices[`billing.storageGbMonth${isIoOptimized ? 'IoOptimized' : ''}`]
  const nano = storageNanoDollars(gbPerGroup, seconds, perMonth)
  const quantity = hoursText(gbPerGroup * groupMicros)
  return lineOf({ item: 'storage', of: '', quantity, unit: 'GB-h', nano })
}

function ioLine({ ios }: Usage, { prices, isIoOptimized }: Paying): BillLine {
  const perMillion = prices[`billing.ioMillion${isIoOptimized ? 'IoOptimized' : ''}`]
  const nano = ioNanoDollars(ios, perMillion)
  return lineOf({ item: 'io', of: '', quantity: `${ios}`, unit: 'I/Os', nano })
}

/** B11. */
function backupLine({ at }: Usage, { prices, backupGb }: Paying): BillLine {
  const seconds = Math.floor(at / million)
  const nano = storageNanoDollars(backupGb, seconds, prices['billing.backupGbMonth'])
  return lineOf({ item: 'backup', of: '', quantity: `${backupGb}`, unit: 'GB', nano })
}

/** B12: a month of hours like those so far. What is reckoned from is the quantities. */
function monthOf(usage: Usage, hours: number): Usage {
  const { at, spans, acu, groupMicros, ios } = usage
  if (at === 0) return usage
  const month = hours * hourMicros
  const scale = (quantity: number) => {
    return quantity === at ? month : Math.floor((quantity / at) * month)
  }
  return {
    ...usage,
    at: month,
    spans: spans.map(its => ({ ...its, from: 0, until: scale(lengthOf(its, at)) })),
    acu: acu && {
      ...acu,
      microAcuSeconds: scale(acu.microAcuSeconds),
      ...(acu.asV1 === undefined ? {} : { asV1: scale(acu.asV1) }),
      activation: null,
    },
    groupMicros: scale(groupMicros),
    ios: scale(ios),
  }
}
