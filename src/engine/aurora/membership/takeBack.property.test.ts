/**
 * Nodes of a group fall silent and are heard again in any order while one zone is out, so that
 * copies are made anew in place and taken back: every law holds after each event, and when all is
 * healed commits go on. Rules M4, M11.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { milli, start } from '../../testing/memberStage.ts'
import { type Cluster, factsOf, give, run } from '../../testing/startCluster.ts'

const nodes = ['node-a1', 'node-a2', 'node-a3', 'node-b1', 'node-b2', 'node-b3'] as const

const turn = fc.record({
  node: fc.constantFrom(...nodes),
  isHealing: fc.boolean(),
  micros: fc.integer({ min: 5 * milli, max: 300 * milli }),
})

interface Story {
  seed: number
  transfer: string
  gossip: string
  turns: { node: string; isHealing: boolean; micros: number }[]
}

const story: fc.Arbitrary<Story> = fc.record({
  seed: fc.nat(1_000_000),
  transfer: fc.constantFrom('0.1s', '0.6s'),
  gossip: fc.constantFrom('10ms', '300ms'),
  turns: fc.array(turn, { minLength: 8, maxLength: 14 }),
})

interface Told {
  rebuilt: number
  takenBack: number
}

function tell({ seed, transfer, gossip, turns }: Story): Told {
  const parameters = { 'repair.transfer': transfer, 'storage.gossipPeriod': gossip }
  const cluster = start({ seed, sessions: 3, think: '6ms', parameters })
  give(cluster, { do: 'InjectFault', fault: 'AzOutage', target: 'az-c' })
  for (const { node, isHealing, micros } of turns) {
    run(cluster, micros)
    give(cluster, { do: isHealing ? 'HealFault' : 'InjectFault', fault: 'NodeCrash', target: node })
  }
  give(cluster, { do: 'HealAll' })
  const { totals } = cluster.simulation.world
  const wanted = totals.committed + 30
  for (let waited = 0; waited < 40 && totals.committed < wanted; waited++) run(cluster, 500 * milli)
  expect(totals.committed).toBeGreaterThanOrEqual(wanted)
  return countsOf(cluster)
}

function countsOf(cluster: Cluster): Told {
  const changes = factsOf(cluster, 'MembershipChanged').map(({ parameters }) => parameters)
  const rebuilt = new Set(
    changes.filter(({ change }) => change === 'rebuild').map(({ joined }) => joined),
  )
  const back = changes.filter(({ change, left }) => change === 'rollBack' && rebuilt.has(left))
  return { rebuilt: rebuilt.size, takenBack: back.length }
}

test('M4, M11: whoever is made anew and taken back, in any order, nothing is lost', () => {
  const told: Told = { rebuilt: 0, takenBack: 0 }
  const property = fc.property(story, its => {
    const { rebuilt, takenBack } = tell(its)
    told.rebuilt += rebuilt
    told.takenBack += takenBack
  })
  fc.assert(property, { numRuns: 12, seed: 3 })
  expect(told.rebuilt).toBeGreaterThan(5)
  expect(told.takenBack).toBeGreaterThan(3)
}, 120_000)
