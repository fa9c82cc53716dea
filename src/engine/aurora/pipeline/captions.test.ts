/** What is said while something goes on behind the foreground, and by whom it is believed. */
import { expect, test } from 'vitest'
import type { FaultKind } from '../../contract/faults.ts'
import { inject, look, run, startCluster } from '../../testing/startCluster.ts'

const second = 1_000_000

test.each<[FaultKind, string, string]>([
  ['SlowDisk', 'node-a1', 'pipeline.slowDisk'],
  ['DiskCongestion', 'node-a1', 'pipeline.congested'],
  ['DiskFailure', 'node-a1', 'pipeline.failing'],
  ['PageCorruption', 'pg1/a1', 'pipeline.damageUnknown'],
  ['RollingPatch', 'volume', 'pipeline.patching'],
  ['ZoneIsolation', 'az-c', 'pipeline.zoneCutOff'],
  ['ZoneIsolation', 'az-b', 'pipeline.writersZoneCutOff'],
  ['DispatcherCrash', 'w1', 'pipeline.noDispatcher'],
])('P1: %s at %s: %s', (fault, target, key) => {
  const cluster = startCluster()
  run(cluster, second / 2)
  inject(cluster, fault, target)
  run(cluster, second / 4)
  const { caption, hint } = look(cluster)
  expect(caption.key).toBe(key)
  expect(hint.key).toBe(key.replace('.', '.hint.'))
})

test('P3: a copy that delays its answers is said to be behind', () => {
  const cluster = startCluster({ sessions: 6, parameters: { 'storage.throttleBacklog': 100 } })
  inject(cluster, 'SlowDisk', 'node-a1', { factor: 60 })
  run(cluster, second)
  expect(look(cluster).caption).toMatchObject({
    key: 'pipeline.throttled',
    parameters: { node: 'node-a1', copiesThrottled: 1 },
  })
})

test('P1: what is more urgent is said first', () => {
  const cluster = startCluster()
  inject(cluster, 'PageCorruption', 'pg1/a1')
  for (const node of ['node-a1', 'node-b1', 'node-c1']) inject(cluster, 'NodeCrash', node)
  run(cluster, second / 10)
  expect(look(cluster).caption.key).toBe('caption.commitsWait')
})
