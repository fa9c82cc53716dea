/** The same sessions at a mirrored MySQL and at Aurora: counts, times, and what stops either. */
import { expect, test } from 'vitest'
import type { WriteKind, WritePathRequest, WriteSide } from '../contract/writePath.ts'
import { everything } from '../wings/everything.ts'
import { measureWritePath } from './measureWritePath.ts'

const request: WritePathRequest = {
  ...{ seed: 5, sessions: 1, writes: 4, pages: 20_000, isDiskDown: false },
}

function measure(change: Partial<WritePathRequest> = {}) {
  return measureWritePath({ ...request, ...change }, everything)
}

function each({ kinds, transactions }: WriteSide, kind: WriteKind): number {
  return (kinds.find(one => one.kind === kind)?.ios ?? 0) / transactions
}

/** Transactions a microsecond. */
function rate({ transactions, micros }: WriteSide): number {
  return transactions / micros
}

const alone = measure()

test('Y5: alone, each transaction writes two logs, its pages, and those once more', () => {
  const { mirrored } = alone
  expect(each(mirrored, 'redo')).toBeCloseTo(1, 1)
  expect(each(mirrored, 'binlog')).toBeCloseTo(1, 1)
  expect(each(mirrored, 'page')).toBeGreaterThan(3.2)
  expect(each(mirrored, 'page')).toBeLessThan(3.7)
  expect(each(mirrored, 'doubleWrite')).toBeCloseTo(each(mirrored, 'page') / 16, 1)
  expect(mirrored.iosEachPpm).toBeGreaterThan(5_000_000)
})

test('Y8: Aurora does one I/O for the same, six copies get it; disks are four', () => {
  const { aurora, mirrored } = alone
  expect(aurora.iosEachPpm).toBeGreaterThan(900_000)
  expect(aurora.iosEachPpm).toBeLessThan(1_100_000)
  expect(aurora.copies).toBe(6 * aurora.ios)
  expect(mirrored.copies).toBe(4 * mirrored.ios)
  expect(aurora.copyBytes * 10).toBeLessThan(mirrored.copyBytes)
})

test('Y3: three stages in turn, for two logs, take longer than the fourth of six', () => {
  const { aurora, mirrored } = alone
  expect(mirrored.latencyMicros).toBeGreaterThan(2 * aurora.latencyMicros)
  expect(rate(aurora)).toBeGreaterThan(1.5 * rate(mirrored))
})

test('Y5, Y1: a crowd shares its logs, and the CPUs are as busy in either', () => {
  const { aurora, mirrored } = measure({ sessions: 60 })
  expect(each(mirrored, 'redo')).toBeLessThan(0.4)
  expect(each(mirrored, 'binlog')).toBeLessThan(0.4)
  const busy = rate(aurora) / rate(mirrored)
  expect(Math.abs(busy - 1)).toBeLessThan(0.1)
})

test('Y6: pages that change again and again are written once for several changes', () => {
  const { mirrored } = measure({ sessions: 20, pages: 200 })
  expect(each(mirrored, 'page')).toBeLessThan(1)
  expect(each(mirrored, 'page')).toBeGreaterThan(0.1)
})

test('Y4: one disk of four stops the mirror, one node does not stop Aurora', () => {
  const { aurora, mirrored } = measure({ isDiskDown: true })
  // What was under way on the disks when it failed still ends.
  expect(mirrored.transactions).toBeLessThanOrEqual(1)
  expect(aurora.transactions).toBeGreaterThan(0.9 * alone.aurora.transactions)
})

test('Y1: the same request has the same answer each time', () => {
  expect(measure()).toEqual(alone)
  expect(measure({ seed: 6 }).mirrored).not.toEqual(alone.mirrored)
})
