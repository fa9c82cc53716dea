/** Story: redo only crosses the network (2017 §3.1, §3.2). Rule L21. */
import { expect, test } from 'vitest'
import { inject, look, run, startCluster } from '../../testing/startCluster.ts'

const second = 1_000_000

function wireOf(cluster: ReturnType<typeof startCluster>) {
  return look(cluster).volumeDetail!.wire
}

test('L21 (reference W10, W11): fewer I/Os and bytes a transaction than a mirrored MySQL', () => {
  const cluster = startCluster({ sessions: 60, think: '1ms', writes: 3, reads: 0 })
  run(cluster, second)
  const { aurora, mirrored, published, transactions, rows } = wireOf(cluster)
  expect(transactions).toBeGreaterThan(500)
  expect(rows).toBeGreaterThanOrEqual(3 * transactions)
  expect(mirrored.writesPpm).toBeGreaterThan(published.mirroredPpm)
  expect(aurora.writesPpm).toBeLessThan(1_000_000)
  const fewer = mirrored.writesPpm / aurora.writesPpm
  expect(fewer).toBeGreaterThan(published.mirroredPpm / published.auroraPpm)
  expect(mirrored.bytesEach).toBeGreaterThan(20 * aurora.bytesEach)
})

test('L21: with one client alone a transaction is one I/O, and six messages of redo', () => {
  const cluster = startCluster({ sessions: 1, think: '20ms', writes: 1 })
  run(cluster, second)
  const { aurora, mirrored, transactions, rows } = wireOf(cluster)
  expect(rows).toBe(transactions)
  expect(aurora.writes).toBe(transactions)
  expect(aurora.messages).toBe(6 * transactions)
  expect(aurora.bytesEach).toBe(6 * 4 * 100)
  expect(mirrored.writesPpm).toBe(4_000_000)
  expect(mirrored.bytesEach).toBe(4 * (2 * 400 + 2 * 8_192))
})

test('L10, L21: what is sent again is counted, at the copy that it goes to', () => {
  const cluster = startCluster({ sessions: 1, think: '20ms', writes: 1 })
  run(cluster, second / 10)
  inject(cluster, 'NodeCrash', 'node-c2')
  run(cluster, second)
  const { aurora } = wireOf(cluster)
  const { resent } = look(cluster).totals
  expect(resent).toBeGreaterThan(0)
  expect(aurora.messages).toBe(6 * aurora.writes + resent)
})

test('L21 (reference W10): three stages in turn take longer than the fourth of six answers', () => {
  const cluster = startCluster({ sessions: 1, parameters: { 'network.jitter': 0 } })
  run(cluster, second / 10)
  expect(wireOf(cluster).mirroredCommitMicros).toBe(2 * 700 + 1_500)
})
