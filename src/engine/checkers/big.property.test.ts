/**
 * Whatever fails, in whatever order and for however long, every law holds after each event, a look
 * at everything agrees, and when all is healed what waited goes on.
 */
import { expect, test } from 'vitest'
import fc from 'fast-check'
import type { FaultKind } from '../contract/faults.ts'
import { describeFaults } from '../faults/describeFaults.ts'
import { type Cluster, give, run, startCluster } from '../testing/startCluster.ts'

/** What happens next: which fault, at which of its targets, and for how long one then waits. */
interface Turn {
  kind: number
  target: number
  micros: number
}

const turn: fc.Arbitrary<Turn> = fc.record({
  kind: fc.nat(5),
  target: fc.nat(200),
  micros: fc.integer({ min: 0, max: 400_000 }),
})

/** The same fault once more heals it. */
function takeTurn(cluster: Cluster, { kind, target, micros }: Turn): void {
  const { world } = cluster.simulation
  const { fault, targets } = describeFaults(world)[kind]!
  const aim = { fault: fault as FaultKind, target: targets[target % targets.length]! }
  if (!give(cluster, { do: 'InjectFault', ...aim }).accepted) {
    give(cluster, { do: 'HealFault', ...aim })
  }
  run(cluster, micros)
}

const patienceSeconds = 90

function expectProgress(cluster: Cluster): void {
  const { totals } = cluster.simulation.world
  const wanted = totals.committed + 5
  for (let second = 0; second < patienceSeconds && totals.committed < wanted; second++) {
    run(cluster, 1_000_000)
  }
  expect(totals.committed).toBeGreaterThanOrEqual(wanted)
}

test('the laws hold whatever fails, and progress returns', () => {
  const casts = fc.record({
    seed: fc.nat(1_000_000),
    groups: fc.integer({ min: 1, max: 4 }),
    zone: fc.constantFrom('a' as const, 'b' as const, 'c' as const),
    sessions: fc.integer({ min: 1, max: 12 }),
    parameters: fc.record(
      {
        'instance.bufferPoolPages': fc.constant(16),
        'network.duplication': fc.constant(0.1),
        'network.loss': fc.constant(0.05),
        'storage.lsnAllocationLimit': fc.constantFrom(60, 400),
        'storage.gossipPeriod': fc.constantFrom('5ms', '1s'),
      },
      { requiredKeys: [] },
    ),
  })
  fc.assert(
    fc.property(casts, fc.array(turn, { minLength: 2, maxLength: 12 }), (cast, turns) => {
      const cluster = startCluster({ ...cast, think: '3ms' })
      cluster.simulation.context.isListening = false
      run(cluster, 20_000)
      for (const next of turns) takeTurn(cluster, next)
      give(cluster, { do: 'HealAll' })
      expectProgress(cluster)
    }),
    { numRuns: 900, seed: 12345 },
  )
}, 900_000)
