/**
 * P1: without loss, and as long as no backlog reaches the throttle, it makes no difference to any
 * commit whether nodes work behind the foreground.
 */
import { expect, test } from 'vitest'
import fc from 'fast-check'
import { factsOf, run, startCluster } from '../../testing/startCluster.ts'
import type { Cast } from '../../testing/startCluster.ts'

const second = 1_000_000

function commitsOf(cast: Cast, background: 0 | 1): string {
  const parameters = { ...cast.parameters, 'storage.background': background }
  const cluster = startCluster({ ...cast, parameters })
  run(cluster, 4 * second)
  expect(factsOf(cluster, 'ThrottleBegan')).toEqual([])
  return JSON.stringify(
    factsOf(cluster, 'TransactionCommitted').map(({ at, parameters: told }) => [at, told.lsn]),
  )
}

test('P1 (reference N1): switching the background steps off changes no commit time', () => {
  const casts = fc.record({
    seed: fc.nat(1_000_000),
    groups: fc.integer({ min: 1, max: 3 }),
    sessions: fc.integer({ min: 1, max: 6 }),
    think: fc.constantFrom('3ms', '20ms'),
    parameters: fc.record(
      {
        'storage.backupPeriod': fc.constantFrom('0.1s', '0.7s'),
        'storage.gcPeriod': fc.constantFrom('0.1s', '0.5s'),
        'storage.coalesceChain': fc.constantFrom(1, 4),
        'storage.capacity': fc.constantFrom(4_000, 20_000),
        'storage.throttleBacklog': fc.constant(1_000_000),
      },
      { requiredKeys: ['storage.throttleBacklog'] },
    ),
  })
  fc.assert(
    fc.property(casts, cast => {
      const commits = commitsOf(cast, 1)
      expect(commits.length).toBeGreaterThan(100)
      expect(commitsOf(cast, 0)).toBe(commits)
    }),
    { numRuns: 8, seed: 11 },
  )
}, 120_000)
