/** Every worked example of the reference (§8), to the cent, through the bill that a page shows. */
import { expect, test } from 'vitest'
import type { InstanceSpan, PriceName, Usage } from '../../contract/bill.ts'
import { resolveParameters } from '../../formats/parameterTable.ts'
import { billOf } from './billOf.ts'
import { breakEvenOf } from './breakEvenOf.ts'
import { cents } from './dollars.ts'
import { sizingOf } from './sizingOf.ts'
import { priceValuesOf } from './standardPrices.ts'

const hour = 3_600_000_000
const month = 730 * hour

const none: Usage = { at: 0, isIoOptimized: false, spans: [], acu: null, groupMicros: 0, ios: 0 }

function prices(changed: Partial<Record<PriceName, number>> = {}) {
  return priceValuesOf({ parameters: resolveParameters({}), serverless: null }, changed)
}

/** An instance for so many hours. */
function fixed(name: string, hours: number): InstanceSpan {
  return { instance: 'w1', class: name, from: 0, until: hours * hour }
}

function acu(hours: number, generation: 'v1' | 'v2' = 'v2'): NonNullable<Usage['acu']> {
  const microAcuSeconds = hours * hour
  return { generation, instances: 1, microAcuSeconds, pausedMicros: 0, activation: null }
}

/** 10 GB are a group. */
function storage(gb: number, hours: number): Pick<Usage, 'groupMicros'> {
  return { groupMicros: (gb / 10) * hours * hour }
}

function bill(usage: Partial<Usage>, isIoOptimized = false, changed = {}) {
  const paying = { prices: prices(changed), isIoOptimized, backupGb: 0 }
  return billOf({ ...none, ...usage }, paying)
}

function cost(...given: Parameters<typeof bill>): number {
  return cents(bill(...given).nano)
}

test('B2, E15: example 1, 2 ACU for an hour and 8 for half of one', () => {
  expect(cost({ acu: acu(6) })).toBe(72)
  expect(cost({ acu: acu(6, 'v1') })).toBe(36)
  expect(cost({ acu: acu(6) }, true)).toBe(96)
  expect(cost({ acu: acu(6) }, true, { 'billing.acuHourV2IoOptimized': 156_000 })).toBe(94)
})

test('B2, B3: examples 2 to 4, a month at half an ACU, asleep, and of development', () => {
  expect(cost({ acu: acu(365) })).toBe(4_380)
  expect(cost({ acu: acu(360) })).toBe(4_320)
  expect(cost({ acu: acu(0), ...storage(100, 730) })).toBe(1_000)
  expect(cost({ acu: acu(8 * 30 * (25 / 60) * 2) })).toBe(2_400)
})

test('B8: example 5, office hours against instances that are always on', () => {
  expect(cost({ acu: acu(4 * 8 * 22) })).toBe(8_448)
  const always = ['db.r6g.large', 'db.r5.large', 'db.r7g.large'].map(name =>
    cost({ spans: [fixed(name, 730)] }),
  )
  expect(always).toEqual([18_980, 21_170, 20_148])
})

test('B13: example 6, mean ACU that cost as much as one instance', () => {
  const own = [bill({ at: month }), bill({ at: month }, true)] as const
  const { classes } = breakEvenOf(prices(), false, [...own])
  const found = ['r6g.large', 'r7g.large', 'r5.large', 'r6g.xlarge'].map(name =>
    classes.find(its => its.class === `db.${name}`),
  )
  expect(found.map(its => its!.acuV2)).toEqual([2.17, 2.3, 2.42, 4.33])
  expect(found.map(its => its!.acuV1)).toEqual([4.33, 4.6, 4.83, 8.65])
})

test('B3, B7, B8: example 7, a pair with 100 GB and 250 million I/Os', () => {
  const rest = { ...storage(100, 730), ios: 250_000_000 }
  const pair = [fixed('db.r6g.large', 730), fixed('db.r6g.large', 730)]
  expect(cost({ spans: pair, ...rest })).toBe(43_960)
  expect(cost({ acu: acu(2 * 4 * 730), ...rest })).toBe(76_080)
  expect(cost({ acu: acu(2 * 1.5 * 730), ...rest })).toBe(32_280)
})

test('B2, B8: example 8, a mixed day', () => {
  expect(cost({ spans: [fixed('db.r6g.large', 24)], acu: acu(18 * 0.5 + 6 * 10) })).toBe(1_452)
})

test('E15, B10: example 9, 90 s of v1 are billed as 300 s; a session and its tail', () => {
  const activation = { micros: 90_000_000, microAcu: 2_000_000 }
  const short = { ...acu(0, 'v1'), microAcuSeconds: 2 * 90_000_000, activation }
  expect(bill({ acu: short }).nano).toBe(10_000_000)
  expect(bill({ acu: short }).lines.find(({ item }) => item === 'minimum')!.quantity).toBe('210')
  expect(bill({ acu: acu((4 * 17) / 60, 'v1') }).nano).toBe(68_000_000)
})

test('B9: example 10, four minutes of an instance are billed as ten', () => {
  const { lines, nano, dollars } = bill({ spans: [fixed('db.r6g.large', 4 / 60)] })
  expect(cents(nano)).toBe(4)
  expect(dollars).toBe('0.043333')
  expect(lines.slice(0, 2)).toMatchObject([
    { item: 'compute', quantity: '0.066', nano: 17_333_333 },
    { item: 'minimum', quantity: '360', unit: 's', nano: 26_000_000 },
  ])
})

test('B8: example 12, a migration whose instances overlap for a day', () => {
  const { nano } = bill({ spans: [fixed('db.r6g.xlarge', 24)], acu: acu(48) })
  expect([nano, cents(nano)]).toEqual([18_216_000_000, 1_822])
})

test('B8, B13: example 13, from so many I/Os on I/O-Optimized is cheaper', () => {
  const used = (ios: number) => {
    return { at: month, spans: [fixed('db.r6g.large', 730)], ...storage(100, 730), ios }
  }
  const own = [bill(used(0)), bill(used(0), true)] as const
  expect(breakEvenOf(prices(), false, [...own]).ioMillions).toBe(347.2)
  expect(cost(used(400_000_000))).toBe(27_980)
  expect(cost(used(400_000_000), true)).toBe(26_924)
})

test('B8: I/O-Optimized instances cost 1.3 times as much', () => {
  const hourly = ['db.r6g.large', 'db.r5.large', 'db.r7g.large'].map(
    name => bill({ spans: [fixed(name, 1)] }, true).nano,
  )
  expect(hourly).toEqual([338_000_000, 377_000_000, 358_800_000])
})

test('B3: example 14, 100 GB for a day', () => {
  expect(bill(storage(100, 24)).dollars).toBe('0.328767')
  expect(cost(storage(100, 24))).toBe(33)
})

test('B14: example 15, AWS’s own sizing of an instance', () => {
  const question = { class: 'db.r6g.xlarge', cpuP95: 35, cpuMax: 72, storageGb: 500 }
  expect(sizingOf(question, prices())).toEqual({
    acu: 6,
    serverlessDollars: '575.60',
    instanceDollars: '428.87',
    storageDollars: '50.00',
  })
})

test('B12: a month of hours like these leaves out what only the first one owes', () => {
  const quarter = { at: hour / 4, spans: [{ ...fixed('db.r6g.large', 0), until: null }] }
  expect(bill(quarter).monthDollars).toBe('189.80')
  const short = bill({ ...quarter, at: 60_000_000 })
  expect(short.dollars).toBe('0.043333')
  expect(short.monthDollars).toBe('189.80')
  expect(bill(quarter, false, { 'billing.hoursPerMonth': 720 }).monthDollars).toBe('187.20')
})

test('B8: larger sizes cost in proportion, other families as R5, another price moves all', () => {
  const hourly = (name: string, changed = {}) => {
    return bill({ spans: [fixed(name, 1)] }, false, changed).nano / 1_000_000
  }
  expect(hourly('db.r5.12xlarge')).toBe(6_960)
  expect(hourly('db.r4.2xlarge')).toBe(1_160)
  expect(hourly('db.t4g.large')).toBe(146)
  expect(hourly('db.r6g.xlarge', { 'billing.instanceHourR6g': 520_000 })).toBe(1_038)
})

test('B11: backup beyond the free part, by the second', () => {
  const paying = { prices: prices(), isIoOptimized: false, backupGb: 100 }
  expect(cents(billOf({ ...none, at: month }, paying).nano)).toBe(210)
})
