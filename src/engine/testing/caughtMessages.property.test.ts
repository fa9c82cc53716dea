/**
 * Whatever messages a hand catches, in whatever cluster: every law holds after each event, a run
 * that was saved and restored goes the same way, and work goes on. Rule N10.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Commands } from '../contract/commands.ts'
import { digest } from '../digest.ts'
import { slotsById } from '../kernel/network.ts'
import { restoreText, saveText } from '../savedText.ts'
import { apply, listen, runUntil, type Simulation } from '../simulation.ts'
import { setMmStage } from './mmStage.ts'
import { type Cast, startCluster } from './startCluster.ts'

interface Catch {
  which: number
  how: Commands['InterceptMessage']['how']
  by: string
  micros: number
}

const caught: fc.Arbitrary<Catch> = fc.record({
  which: fc.nat(1_000),
  how: fc.constantFrom('drop', 'delay', 'duplicate'),
  by: fc.constantFrom('50us', '3ms', '200ms', '1s'),
  micros: fc.oneof(fc.nat(300), fc.nat(200_000)),
})

const casts: Cast[] = [
  { groups: 2, sessions: 8, writes: 2 },
  { readers: 2, route: 'cluster', readingSessions: 3, think: '2ms' },
  { sessions: 6, via: 'proxy', readers: 1, route: 'cluster' },
]

const severalWriters = {
  writers: 3,
  rows: 64,
  workload: [1, 2, 3].map(writer => ({
    id: `shop${writer}`,
    on: `w${writer}`,
    kind: 'sessions' as const,
    thinkMicros: 3_000,
  })),
}

const starts: (() => Simulation)[] = [
  ...casts.map(cast => () => startCluster(cast).simulation),
  () => setMmStage(severalWriters).simulation,
]

function begin(start: () => Simulation): Simulation {
  const simulation = start()
  listen(simulation, null, false)
  runUntil(simulation, 30_000, Infinity)
  return simulation
}

function play(simulation: Simulation, { which, how, by, micros }: Catch): void {
  const { network } = simulation.world
  const slots = slotsById(network)
  const message = network.messages.id[slots[which % slots.length] ?? 0] ?? 0
  apply(simulation, { do: 'InterceptMessage', message, how, by })
  runUntil(simulation, simulation.world.now + micros, Infinity)
}

test.each(starts.map((start, index) => [index, start] as const))(
  'N10: laws, saves and progress hold in cluster %i whatever is caught',
  (_, start) => {
    const property = fc.property(fc.array(caught, { minLength: 4, maxLength: 20 }), all => {
      const one = begin(start)
      const other = begin(start)
      for (const each of all) {
        play(one, each)
        restoreText(other, saveText(other))
        play(other, each)
      }
      expect(digest(other)).toBe(digest(one))
      const { committed } = one.world.totals
      runUntil(one, one.world.now + 5_000_000, Infinity)
      expect(one.broken).toBeNull()
      expect(one.world.totals.committed).toBeGreaterThan(committed + 20)
    })
    fc.assert(property, { numRuns: 3, seed: 17 })
  },
  60_000,
)
