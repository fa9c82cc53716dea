/**
 * Whichever instances die, are cut off from everybody and come back, in any order: no law breaks,
 * nothing acknowledged is lost, and at the end there is one writer and every session is answered.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factsOf, give, look, run, startCluster } from '../../testing/startCluster.ts'

const turn = fc.record({
  what: fc.constantFrom('crash', 'isolate', 'zone', 'node'),
  which: fc.nat(2),
  micros: fc.integer({ min: 0, max: 2_500_000 }),
})

const aims = {
  crash: (which: number) => [['InstanceCrash', instances[which]!]],
  isolate: (which: number) =>
    ['az-a', 'az-b', 'az-c'].map(zone => ['LinkCut', `${instances[which]}<>${zone}`]),
  zone: (which: number) => [['AzOutage', `az-${'abc'[which]}`]],
  node: (which: number) => [['NodeCrash', `node-${'abc'[which]}1`]],
} as const

const instances = ['w1', 'r1', 'r2']

test('F8: after any losses one writer is left, and nothing acknowledged is', () => {
  const work = { sessions: 8, readingSessions: 4, think: '10ms', route: 'cluster' } as const
  const cast = { ...work, readers: 2, groups: 2 }
  const parameters = { 'client.connectTimeout': '1s', 'network.loss': 0.01 } as const
  const story = fc.array(turn, { minLength: 2, maxLength: 10 })
  fc.assert(
    fc.property(fc.nat(1000), story, (seed, turns) => {
      const cluster = startCluster({ ...cast, parameters, seed })
      run(cluster, 200_000)
      for (const { what, which, micros } of turns) {
        for (const [fault, target] of aims[what](which)) {
          const aim = { fault, target } as { fault: 'LinkCut'; target: string }
          if (!give(cluster, { do: 'InjectFault', ...aim }).accepted) {
            give(cluster, { do: 'HealFault', ...aim })
          }
        }
        run(cluster, micros)
      }
      give(cluster, { do: 'HealAll' })
      run(cluster, 10_000_000)
      const before = factsOf(cluster, 'TransactionCommitted').length
      run(cluster, 1_000_000)
      expect(factsOf(cluster, 'TransactionCommitted').length).toBeGreaterThan(before + 50)
      const { instances: views, failover, applications } = look(cluster)
      const [writer, ...others] = views.filter(({ role }) => role === 'writer')
      expect(others).toEqual([])
      expect(failover).toMatchObject({ phase: null, clusterEndpoint: writer!.id })
      expect(applications[0]!.reconnecting).toBe(0)
    }),
    { numRuns: 10, seed: 7 },
  )
}, 300_000)
