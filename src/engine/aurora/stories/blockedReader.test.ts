/** Story: a reader that is blocked for long counts as crashed (D-FI). Rule F14. */
import { expect, test } from 'vitest'
import { factsOf, heal, inject, look, run, startCluster } from '../../testing/startCluster.ts'

const second = 1_000_000

function blocked(patience: string) {
  const parameters = { 'failover.readerPatience': patience }
  const cluster = startCluster({ sessions: 4, think: '5ms', readers: 1, parameters })
  run(cluster, second / 10)
  inject(cluster, 'ReplicaFailure', 'r1')
  return cluster
}

test('F14 (reference O16): blocked for too long it is replaced, and holds PGMRPL no more', () => {
  const cluster = blocked('2s')
  run(cluster, 1.9 * second)
  expect(factsOf(cluster, 'ReaderReplaced')).toEqual([])
  const held = look(cluster).volume.lowestReadPoint
  run(cluster, second)
  const [replaced] = factsOf(cluster, 'ReaderReplaced')
  expect(replaced!.parameters.instance).toBe('r1')
  expect(replaced!.parameters.behindMicros).toBeGreaterThanOrEqual(2 * second)
  expect(replaced!.parameters.behindMicros).toBeLessThan(2.6 * second)
  expect(look(cluster).volume.lowestReadPoint).toBeGreaterThan(held)
  expect(factsOf(cluster, 'CommitsStalled')).toEqual([])
  heal(cluster, 'ReplicaFailure', 'r1')
  run(cluster, 3 * second)
  expect(look(cluster).failover!.readers[0]).toMatchObject({ id: 'r1', isJoined: true })
  expect(factsOf(cluster, 'ReaderReplaced')).toHaveLength(1)
})

test('F14: one that hears again in time is left alone, and so is one with nothing to hear', () => {
  const cluster = blocked('2s')
  run(cluster, 1.5 * second)
  heal(cluster, 'ReplicaFailure', 'r1')
  run(cluster, 3 * second)
  cluster.simulation.world.applications[0]!.thinkMicros = 3_600 * second
  run(cluster, second / 10)
  inject(cluster, 'ReplicaFailure', 'r1')
  run(cluster, 5 * second)
  expect(factsOf(cluster, 'ReaderReplaced')).toEqual([])
})
