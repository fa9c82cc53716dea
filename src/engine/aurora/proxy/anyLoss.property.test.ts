/** F19, F20: whatever is lost, a proxy forgets nobody, and answers each request once. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Fact } from '../../contract/facts.ts'
import { give, run, startCluster } from '../../testing/startCluster.ts'
import type { World } from '../world.ts'
import { place } from './proxy.ts'

const second = 1_000_000

const losses = fc.array(
  fc.record({
    fault: fc.constantFrom('InstanceCrash' as const, 'AzOutage' as const, 'LinkCut' as const),
    which: fc.nat(2),
    heals: fc.boolean(),
    after: fc.integer({ min: 50_000, max: 2_500_000 }),
  }),
  { minLength: 1, maxLength: 6 },
)

const targets = {
  InstanceCrash: ['w1', 'r1', 'r2'],
  AzOutage: ['az-a', 'az-b', 'az-c'],
  LinkCut: ['shop<>proxy', 'w1<>r1', 'w1<>az-a'],
}

/** Connections in use are those of requests under way. */
function underWay({ proxy }: World): number {
  return proxy!.clients.flatMap(({ place: at }) => [...at]).filter(at => at === place.underWay)
    .length
}

function committedTwice(facts: readonly Fact[]): string[] {
  const seen = new Set<number>()
  return facts.flatMap(({ fact, parameters }) => {
    if (fact !== 'TransactionCommitted') return []
    const { transaction } = parameters as { transaction: number }
    if (seen.has(transaction)) return [`transaction ${transaction}`]
    seen.add(transaction)
    return []
  })
}

test('F19, F20: after any losses all sessions have answers, and no connection stays taken', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.integer({ min: 1, max: 8 }), losses, (seed, most, events) => {
      const parameters = {
        'client.connectTimeout': '1s',
        'endpoint.proxySwitch': '100ms',
        'endpoint.proxyConnections': most,
      }
      const cast = {
        readers: 2,
        sessions: 10,
        think: '20ms',
        via: 'proxy',
        route: 'cluster',
      } as const
      const cluster = startCluster({ seed, parameters, ...cast })
      const { world } = cluster.simulation
      for (const { fault, which, heals, after } of events) {
        const target = targets[fault][which]!
        give(cluster, { do: heals ? 'HealFault' : 'InjectFault', fault, target })
        run(cluster, after)
        expect(world.proxy!.busy).toBe(underWay(world))
        expect(world.proxy!.busy).toBeLessThanOrEqual(most)
      }
      give(cluster, { do: 'HealAll' })
      run(cluster, 8 * second)
      const since = world.now
      run(cluster, 2 * second)
      for (const waitingSince of world.applications[0]!.waitingSince) {
        expect(waitingSince).toBeGreaterThan(since)
      }
      expect(world.proxy!.phase).toBe('open')
      expect(committedTwice(cluster.facts)).toEqual([])
    }),
    { numRuns: 10, seed: 11 },
  )
}, 300_000)
