/**
 * Whatever cluster, whatever breaks and heals, in whatever order: every law holds after each
 * event, save and restore change nothing, and after healing all goes on and comes to rest. What
 * was once found broken is told again first.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runUntil } from '../simulation.ts'
import { type Cast, startCluster } from './startCluster.ts'
import type { Story, Turn } from './takeTurn.ts'
import { tellStory } from './tellStory.ts'

const parameters: fc.Arbitrary<NonNullable<Cast['parameters']>> = fc.record(
  {
    'instance.bufferPoolPages': fc.constantFrom(1, 4, 16, 30),
    'instance.redoPerRow': fc.constantFrom(1, 7),
    'instance.redoPerCommit': fc.constantFrom(2, 10),
    'network.duplication': fc.constantFrom(0.05, 0.5),
    'network.loss': fc.constantFrom(0.02, 0.2),
    'network.jitter': fc.constantFrom(0, 1),
    'network.tailProbability': fc.constant(0.1),
    'network.resendFirst': fc.constantFrom('1ms', '200ms'),
    'network.resendMax': fc.constantFrom('20ms', '2s'),
    'storage.lsnAllocationLimit': fc.constantFrom(50, 400, 5000),
    'storage.gossipPeriod': fc.constantFrom('2ms', '1s'),
    'storage.gossipFanout': fc.constantFrom(3, 5),
    'storage.persist': fc.constantFrom('0ms', '5ms'),
    'storage.boxcarStart': fc.constantFrom('0us', '3ms'),
    'storage.fleetPerAz': fc.constantFrom(2, 5),
    'storage.probeRate': fc.constantFrom(0, 1),
    'storage.hedgeMin': fc.constantFrom('0ms', '20ms'),
    'client.connectTimeout': fc.constantFrom('100ms', '1s'),
    'client.retryCap': fc.constantFrom('20ms', '1s'),
  },
  { requiredKeys: [] },
)

const cast: fc.Arbitrary<Cast> = fc.record({
  seed: fc.nat(1_000_000),
  groups: fc.constantFrom(1, 2, 3, 7, 12),
  zone: fc.constantFrom('a' as const, 'b' as const, 'c' as const),
  sessions: fc.constantFrom(1, 3, 12, 40),
  think: fc.constantFrom('500us', '5ms', '50ms'),
  reads: fc.nat(3),
  writes: fc.nat(3),
  pattern: fc.constantFrom('uniform' as const, 'hot' as const, 'sequential' as const),
  parameters,
  readers: fc.constantFrom(0, 1, 2),
  route: fc.constant('cluster' as const),
  readingSessions: fc.constantFrom(0, 3),
})

const turn: fc.Arbitrary<Turn> = fc.record({
  what: fc.constantFrom<Turn['what'][]>(
    'NodeCrash',
    'NodeCrash',
    'InstanceCrash',
    'AzOutage',
    'LinkCut',
    'LinkCut',
    'SlowNode',
    'PacketLoss',
    'SetWorkload',
    'HealAll',
  ),
  target: fc.nat(10_000),
  strength: fc.nat(5),
  micros: fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 1_600_000 })),
})

function storyOf(turns: number): fc.Arbitrary<Story> {
  return fc.record({ cast, turns: fc.array(turn, { minLength: 2, maxLength: turns }) })
}

test('the laws, save and restore, progress and rest hold in any story', () => {
  fc.assert(fc.property(storyOf(10), tellStory), { numRuns: 12, seed: 11 })
}, 120_000)

test('D10: with hedgeMin 0 time goes on although no copy has been measured', () => {
  const parameters = { 'storage.hedgeMin': '0ms', 'instance.bufferPoolPages': 4 }
  const { simulation } = startCluster({ reads: 2, think: '1ms', parameters })
  expect(runUntil(simulation, 100_000, 100_000).stopped).toBe('reached')
})

const twoLives: Story = {
  cast: { groups: 3, sessions: 12, think: '500us', writes: 2 },
  turns: [
    { what: 'InstanceCrash', target: 0, strength: 0, micros: 20_000 },
    { what: 'HealAll', target: 0, strength: 0, micros: 1_100_000 },
    { what: 'InstanceCrash', target: 0, strength: 0, micros: 0 },
    { what: 'NodeCrash', target: 4, strength: 0, micros: 5000 },
    { what: 'HealAll', target: 0, strength: 0, micros: 1_600_000 },
  ],
}

test('R6: a writer that dies again while it opens the volume comes to rest as well', () => {
  tellStory(twoLives)
})
