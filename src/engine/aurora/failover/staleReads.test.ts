/** Reads at readers that miss what was acknowledged before they began. */
import { expect, test } from 'vitest'
import { frameOf } from '../frame/frameOf.ts'
import { heal, inject, run, startCluster } from '../../testing/startCluster.ts'
import { createAckedRows, missedSince, noteAckedRow } from './ackedRows.ts'

const second = 1_000_000

function start(parameters: Record<string, string | number> = {}) {
  return startCluster({ readers: 1, readingSessions: 4, think: '2ms', parameters })
}

function report({ simulation }: ReturnType<typeof startCluster>) {
  return simulation.world.applications[1]!
}

test('F17: a row counts by its newest point, its time, and the time of the read', () => {
  const rows = createAckedRows()
  noteAckedRow(rows, 7, 10, 1000)
  noteAckedRow(rows, 7, 20, 2000)
  noteAckedRow(rows, 8, 30, 3000)
  expect(missedSince(rows, 7, 5, 9000)).toBe(1000)
  expect(missedSince(rows, 7, 10, 9000)).toBe(2000)
  expect(missedSince(rows, 7, 20, 9000)).toBe(-1)
  expect(missedSince(rows, 8, 20, 2999)).toBe(-1)
  expect(missedSince(rows, 9, 0, 9000)).toBe(-1)
})

test('F17: what is older than the ring is forgotten', () => {
  const rows = createAckedRows()
  for (let row = 0; row < 3_000; row++) noteAckedRow(rows, row, row + 1, row)
  expect(missedSince(rows, 10, 0, 9_000)).toBe(-1)
  expect(missedSince(rows, 2_900, 0, 9_000)).toBe(2_900)
})

test('F17: a reader that follows in milliseconds misses little, and never for long', () => {
  const cluster = start()
  run(cluster, 2 * second)
  expect(report(cluster).staleReads).toBeLessThan(report(cluster).answered / 10)
  expect(report(cluster).worstStaleMicros).toBeLessThan(20_000)
})

test('F17: at a reader that is cut off reads become stale, and as old as the cut', () => {
  const cluster = start()
  run(cluster, second)
  const before = report(cluster).staleReads
  inject(cluster, 'LinkCut', 'w1<>r1')
  run(cluster, second)
  expect(report(cluster).staleReads).toBeGreaterThan(before + 100)
  expect(report(cluster).worstStaleMicros).toBeGreaterThan(900_000)
  expect(report(cluster).worstStaleMicros).toBeLessThan(1_000_000)
  const { simulation } = cluster
  const seen = frameOf(simulation.world, 0, simulation.context.mechanisms).availability!
  expect(seen.staleReads).toBe(report(cluster).staleReads)
  heal(cluster, 'LinkCut', 'w1<>r1')
  run(cluster, 2 * second)
  const healed = report(cluster).staleReads
  run(cluster, 100_000)
  expect(report(cluster).staleReads).toBeLessThan(healed + 20)
})

test('F17: at the writer no read is stale, and nobody who only writes is counted', () => {
  const cluster = start()
  run(cluster, second)
  expect(cluster.simulation.world.applications[0]!.staleReads).toBe(0)
})
