/** Story: durable at the writer, received and shown at a reader (2018 §3.4). Rule F13. */
import { expect, test } from 'vitest'
import { inject, look, run, startCluster } from '../../testing/startCluster.ts'

const milli = 1000

test('F13 (reference P12): durable_lsn, highest_lsn_rcvd, current_read_lsn, in that order', () => {
  const cluster = startCluster({ sessions: 6, think: '2ms', readers: 2 })
  run(cluster, 100 * milli)
  let hadToApply = 0
  for (let step = 0; step < 40; step++) {
    run(cluster, milli)
    const [writer, ...readers] = look(cluster).volumeDetail!.statusPoints
    expect(writer).toMatchObject({ instance: 'w1', highestLsnReceived: null })
    for (const { durableLsn, highestLsnReceived, currentReadLsn } of readers) {
      expect(durableLsn).toBeNull()
      expect(highestLsnReceived).toBeLessThanOrEqual(writer!.durableLsn!)
      expect(currentReadLsn).toBeLessThanOrEqual(highestLsnReceived!)
      if (currentReadLsn! < highestLsnReceived!) hadToApply++
    }
  }
  expect(hadToApply).toBeGreaterThan(10)
})

test('F13: a reader that is blocked stays where it is, while the writer goes on', () => {
  const cluster = startCluster({ sessions: 6, think: '2ms', readers: 1 })
  run(cluster, 100 * milli)
  inject(cluster, 'ReplicaFailure', 'r1')
  run(cluster, 50 * milli)
  const [, before] = look(cluster).volumeDetail!.statusPoints
  run(cluster, 100 * milli)
  const [writer, after] = look(cluster).volumeDetail!.statusPoints
  expect(after).toEqual(before)
  expect(writer!.durableLsn).toBeGreaterThan(after!.highestLsnReceived! + 50)
})
