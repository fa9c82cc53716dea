/** The worked examples of the reference that concern v2, to the cent. */
import { expect, test } from 'vitest'
import { resolveParameters } from '../../formats/parameterTable.ts'
import {
  cents,
  computeNanoDollars,
  dollarText,
  ioNanoDollars,
  storageNanoDollars,
} from './dollars.ts'
import { addCapacity, addIo, createMeter } from './meter.ts'
import { pricesOf } from './prices.ts'

const prices = pricesOf({ parameters: resolveParameters({}), serverless: null })
const ioOptimized = pricesOf({
  parameters: resolveParameters({ 'billing.ioOptimized': 1 }),
  serverless: null,
})

function compute(acuHours: number, perHour: number = prices.acuHour): number {
  return cents(computeNanoDollars(acuHours * 3_600_000_000, perHour))
}

test('B2: 2 ACU for an hour and 8 ACU for half an hour', () => {
  expect(compute(2 + 8 / 2)).toBe(72)
  expect(compute(6, ioOptimized.acuHour)).toBe(96)
  expect(compute(6, 156_000)).toBe(94)
})

test('B2: idle at half an ACU for a month', () => {
  expect(compute(0.5 * 730)).toBe(4_380)
  expect(compute(0.5 * 720)).toBe(4_320)
})

test('B2, B3: paused for a month, 100 GB: storage only', () => {
  expect(compute(0)).toBe(0)
  expect(cents(storageNanoDollars(100, 730 * 3_600, prices.storageGbMonth))).toBe(1_000)
})

test('B2: eight development sessions a day; office hours', () => {
  expect(compute(8 * 30 * (25 / 60) * 2)).toBe(2_400)
  expect(compute(4 * 8 * 22)).toBe(8_448)
})

test('B2, B3, B7: a pair of instances of 4 ACU and of 1.5, 100 GB, 250 million I/Os', () => {
  const storage = storageNanoDollars(100, 730 * 3_600, prices.storageGbMonth)
  const io = ioNanoDollars(250_000_000, prices.ioMillion)
  const pair = (acu: number) => computeNanoDollars(2 * acu * 730 * 3_600_000_000, prices.acuHour)
  expect(cents(io)).toBe(5_000)
  expect(cents(pair(4) + storage + io)).toBe(76_080)
  expect(cents(pair(1.5) + storage + io)).toBe(32_280)
})

test('B7: I/O-Optimized pays more for storage and nothing for I/O', () => {
  expect(cents(storageNanoDollars(100, 730 * 3_600, ioOptimized.storageGbMonth))).toBe(2_250)
  expect(ioNanoDollars(400_000_000, ioOptimized.ioMillion)).toBe(0)
  expect(cents(ioNanoDollars(400_000_000, prices.ioMillion))).toBe(8_000)
})

test('B7: each page read is an I/O, and so is each begun 4 KB of redo', () => {
  const meter = createMeter()
  addIo(meter, 3, 4_096)
  expect(meter.ios).toBe(4)
  addIo(meter, 5, 1)
  expect(meter.ios).toBe(7)
})

test('B2: a reader 18 h at half an ACU and 6 h at 10; 24 h at 2 ACU; the sizing example', () => {
  expect(compute(18 * 0.5 + 6 * 10)).toBe(828)
  expect(compute(24 * 2)).toBe(576)
  expect(compute(6 * 730)).toBe(52_560)
})

test('B3: 100 GB for a day', () => {
  expect(cents(storageNanoDollars(100, 24 * 3_600, prices.storageGbMonth))).toBe(33)
})

test('B1: the integral is exact to the microsecond', () => {
  const meter = createMeter()
  for (let third = 0; third < 3; third++) addCapacity(meter, 500_000, 333_333)
  addCapacity(meter, 500_000, 1)
  expect(meter).toMatchObject({ microAcuSeconds: 500_000, rest: 0 })
})

test('B4: dollars as text have cents at least and millionths at most', () => {
  expect([0, 31_575_000, 720_000_000, 43_800_000_000].map(dollarText)).toEqual([
    '0.00',
    '0.031575',
    '0.72',
    '43.80',
  ])
})
