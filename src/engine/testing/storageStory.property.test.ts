/**
 * Whatever happens to disks, pages, zones and patches while nodes work behind the foreground: every
 * law holds after each event, save and restore change nothing, and after healing all comes to rest.
 */
import fc from 'fast-check'
import { test } from 'vitest'
import type { Cast } from './startCluster.ts'
import type { Story, Turn } from './takeTurn.ts'
import { tellStory } from './tellStory.ts'

const parameters: fc.Arbitrary<NonNullable<Cast['parameters']>> = fc.record(
  {
    'storage.backupPeriod': fc.constantFrom('0.1s', '1s'),
    'storage.gcPeriod': fc.constantFrom('0.1s', '1s'),
    'storage.scrubPeriod': fc.constantFrom('10s', '24h'),
    'storage.coalesceChain': fc.constantFrom(1, 3, 40),
    'storage.capacity': fc.constantFrom(1_500, 20_000),
    'storage.throttleBacklog': fc.constantFrom(100, 10_000),
    'storage.patchAway': fc.constantFrom('10ms', '300ms'),
    'instance.bufferPoolPages': fc.constantFrom(4, 16),
    'network.loss': fc.constant(0.02),
    'storage.pageRead': fc.constantFrom('0ms', '3ms'),
  },
  { requiredKeys: [] },
)

const cast: fc.Arbitrary<Cast> = fc.record({
  seed: fc.nat(1_000_000),
  groups: fc.constantFrom(1, 2, 5),
  zone: fc.constantFrom('a' as const, 'b' as const),
  sessions: fc.constantFrom(1, 5, 20),
  think: fc.constantFrom('2ms', '30ms'),
  reads: fc.nat(3),
  writes: fc.nat(2),
  parameters,
  readers: fc.constantFrom(0, 1),
  route: fc.constant('cluster' as const),
})

const turn: fc.Arbitrary<Turn> = fc.record({
  what: fc.constantFrom<Turn['what'][]>(
    'SlowDisk',
    'DiskCongestion',
    'DiskFailure',
    'PageCorruption',
    'PageCorruption',
    'ZoneIsolation',
    'RollingPatch',
    'DispatcherCrash',
    'ReplicaFailure',
    'NodeCrash',
    'InstanceCrash',
    'SetWorkload',
    'HealAll',
  ),
  target: fc.nat(10_000),
  strength: fc.nat(5),
  micros: fc.oneof(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 0, max: 1_600_000 })),
})

const story: fc.Arbitrary<Story> = fc.record({
  cast,
  turns: fc.array(turn, { minLength: 2, maxLength: 10 }),
})

test('P7, P10: the laws, save and restore, progress and rest hold whatever disks do', () => {
  fc.assert(fc.property(story, tellStory), { numRuns: 12, seed: 5 })
}, 120_000)
