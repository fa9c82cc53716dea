/**
 * P1: without loss, and as long as no backlog reaches the throttle, it makes no difference to any
 * commit whether nodes work behind the foreground.
 */
import { expect, test } from 'vitest'
import fc from 'fast-check'
import { factsOf, give, heal, inject, look, run, startCluster } from '../../testing/startCluster.ts'
import type { Cast } from '../../testing/startCluster.ts'

const second = 1_000_000

function commitsOf(cast: Cast, background: 0 | 1, micros: number): string {
  const parameters = { ...cast.parameters, 'storage.background': background }
  const cluster = startCluster({ ...cast, parameters })
  run(cluster, micros)
  expect(factsOf(cluster, 'ThrottleBegan')).toEqual([])
  return JSON.stringify(
    factsOf(cluster, 'TransactionCommitted').map(({ at, parameters: told }) => [at, told.lsn]),
  )
}

/** Below the throttle, whatever the nodes do. */
const work = {
  'storage.backupPeriod': fc.constantFrom('0.1s', '0.7s'),
  'storage.gcPeriod': fc.constantFrom('0.1s', '0.5s'),
  'storage.coalesceChain': fc.constantFrom(1, 4),
  'storage.capacity': fc.constantFrom(4_000, 20_000),
  'storage.throttleBacklog': fc.constant(1_000_000),
}

/** Gossip takes draws of the network's stream: with it the network is even. */
const withGossip = fc.record({
  groups: fc.integer({ min: 1, max: 3 }),
  parameters: fc.record({
    ...work,
    'network.jitter': fc.constant(0),
    'storage.gossipPeriod': fc.constantFrom('3ms', '100ms'),
  }),
  micros: fc.constant(4 * second),
})

/** The first of six segments gossips after a sixth of the period. */
const beforeGossip = fc.record({
  groups: fc.constant(1),
  parameters: fc.record({ ...work, 'storage.gossipPeriod': fc.constant('10000ms') }),
  micros: fc.constant(1.6 * second),
})

test('P1 (reference N1): switching the background steps off changes no commit time', () => {
  const load = fc.record({
    seed: fc.nat(1_000_000),
    sessions: fc.integer({ min: 1, max: 6 }),
    think: fc.constantFrom('3ms', '20ms'),
  })
  fc.assert(
    fc.property(load, fc.oneof(withGossip, beforeGossip), (asked, { micros, ...rest }) => {
      const cast = { ...asked, ...rest }
      const commits = commitsOf(cast, 1, micros)
      expect(commits.length).toBeGreaterThan(100)
      expect(commitsOf(cast, 0, micros)).toBe(commits)
    }),
    { numRuns: 12, seed: 11 },
  )
}, 120_000)

test('P1 (reference N5): switched off, a hole stays, and four whole chains are enough', () => {
  const cluster = startCluster({ parameters: { 'storage.background': 0 } })
  run(cluster, second / 10)
  inject(cluster, 'LinkCut', 'w1>node-c2')
  run(cluster, 3 * second)
  heal(cluster, 'LinkCut', 'w1>node-c2')
  const before = factsOf(cluster, 'TransactionCommitted').length
  run(cluster, 2 * second)
  const { scl, holes } = look(cluster).groups[0]!.segments[5]!
  expect(holes).toBeGreaterThan(0)
  expect(scl).toBeLessThan(look(cluster).volume.vdl)
  const filled = factsOf(cluster, 'HoleFilled').map(({ parameters }) => parameters.by)
  expect(filled).not.toContain('gossip')
  expect(factsOf(cluster, 'TransactionCommitted').length).toBeGreaterThan(before + 100)
})

test('P1, R8: a volume is opened all the same', () => {
  const cluster = startCluster({ parameters: { 'storage.background': 0 } })
  run(cluster, second / 10)
  for (const node of ['node-b2', 'node-c2']) inject(cluster, 'LinkCut', `w1>${node}`)
  run(cluster, 3 * second)
  inject(cluster, 'NodeCrash', 'node-a1')
  inject(cluster, 'InstanceCrash', 'w1')
  give(cluster, { do: 'HealAll' })
  inject(cluster, 'NodeCrash', 'node-a1')
  inject(cluster, 'NodeCrash', 'node-a2')
  run(cluster, 4 * second)
  expect(factsOf(cluster, 'VolumeOpened')).toHaveLength(1)
})
