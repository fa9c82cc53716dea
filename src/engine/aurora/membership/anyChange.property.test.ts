/**
 * Whatever fails and whoever is replaced, in whatever order: every law holds after each event, save
 * and restore change nothing, and after healing all goes on and comes to rest. Rules M1–M15.
 */
import fc from 'fast-check'
import { test } from 'vitest'
import type { Cast } from '../../testing/startCluster.ts'
import type { Story, Turn } from '../../testing/takeTurn.ts'
import { tellStory } from '../../testing/tellStory.ts'

const parameters: fc.Arbitrary<NonNullable<Cast['parameters']>> = fc.record(
  {
    'repair.automatic': fc.constantFrom(0, 1),
    'quorum.fullSegments': fc.constant(3),
    'instance.bufferPoolPages': fc.constantFrom(4, 16),
    'network.duplication': fc.constant(0.05),
    'network.loss': fc.constantFrom(0.02, 0.1),
    'network.jitter': fc.constantFrom(0, 1),
    'storage.gossipPeriod': fc.constantFrom('5ms', '500ms'),
    'storage.fleetPerAz': fc.constantFrom(2, 4),
    'storage.persist': fc.constantFrom('0ms', '5ms'),
  },
  { requiredKeys: [] },
)

const cast: fc.Arbitrary<Cast> = fc.record({
  seed: fc.nat(1_000_000),
  groups: fc.constantFrom(1, 2, 4),
  zone: fc.constantFrom('a' as const, 'b' as const, 'c' as const),
  sessions: fc.constantFrom(2, 6),
  think: fc.constantFrom('5ms', '20ms'),
  writes: fc.nat(2),
  parameters: parameters.map(values => ({
    'repair.suspectAfter': '0.1s',
    'repair.transfer': '0.2s',
    ...values,
  })),
  readers: fc.constantFrom(0, 1),
  route: fc.constant('cluster' as const),
})

const turn: fc.Arbitrary<Turn> = fc.record({
  what: fc.constantFrom<Turn['what'][]>(
    'NodeCrash',
    'NodeCrash',
    'NodeLoss',
    'HotNode',
    'AzOutage',
    'ReplaceSegment',
    'ReplaceSegment',
    'ChangeQuorum',
    'InstanceCrash',
    'LinkCut',
    'HealAll',
  ),
  target: fc.nat(10_000),
  strength: fc.nat(5),
  micros: fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 600_000 })),
})

const story: fc.Arbitrary<Story> = fc.record({
  cast,
  turns: fc.array(turn, { minLength: 3, maxLength: 12 }),
})

test('M1–M15: the laws, save and restore, progress and rest hold in any change of members', () => {
  fc.assert(fc.property(story, tellStory), { numRuns: 15, seed: 17 })
}, 180_000)
