/** M9 is shown to catch a new member that counts before it is hydrated. */
import { afterEach, expect, test, vi } from 'vitest'
import {
  brokenWithin,
  type Cluster,
  factsOf,
  give,
  heal,
  inject,
  startCluster,
} from '../testing/startCluster.ts'

const mistakes = vi.hoisted(() => ({ countsAtOnce: false }))

vi.mock('../aurora/storage/quorumSets.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../aurora/storage/quorumSets.ts')>()
  const uncountedBits: typeof real.uncountedBits = (world, group) =>
    mistakes.countsAtOnce ? 0 : real.uncountedBits(world, group)
  return { ...real, uncountedBits }
})

afterEach(() => {
  mistakes.countsAtOnce = false
})

const milli = 1000
const second = 1_000_000

/** What is durable is on A, B, C and F; then F falls silent and G joins. */
function replaceF(hydrateFirst: number): Cluster {
  const cluster = startCluster({
    sessions: 2,
    think: '10ms',
    parameters: {
      'storage.gossipPeriod': '10s',
      'network.resendMax': '10s',
      'repair.suspectAfter': '0.1s',
      'repair.hydrateFirst': hydrateFirst,
    },
  })
  expect(brokenWithin(cluster, 50 * milli)).toBeNull()
  for (const node of ['node-b2', 'node-c1']) inject(cluster, 'LinkCut', `w1>${node}`)
  expect(brokenWithin(cluster, 200 * milli)).toBeNull()
  give(cluster, { do: 'SetWorkload', workload: 'shop', sessions: 0 })
  expect(brokenWithin(cluster, 2 * second)).toBeNull()
  give(cluster, { do: 'HealAll' })
  inject(cluster, 'NodeCrash', 'node-c2')
  return cluster
}

/** Only D, E and G are left, and a writer that has forgotten everything. */
function loseABC(cluster: Cluster): void {
  inject(cluster, 'AzOutage', 'az-a')
  inject(cluster, 'NodeCrash', 'node-b1')
  inject(cluster, 'InstanceCrash', 'w1')
  heal(cluster, 'InstanceCrash', 'w1')
}

test('M9: a new member that counts too early is caught when it joins', () => {
  mistakes.countsAtOnce = true
  expect(brokenWithin(replaceF(1), second)).toMatchObject({ law: 'membersKeepWhatIsDurable' })
})

test('M5, M9: with hydration D, E and G are no read set, and nothing is lost', () => {
  const cluster = replaceF(1)
  expect(brokenWithin(cluster, 200 * milli)).toBeNull()
  loseABC(cluster)
  expect(brokenWithin(cluster, 4 * second)).toBeNull()
  expect(factsOf(cluster, 'VolumeTruncated')).toHaveLength(0)
  heal(cluster, 'AzOutage', 'az-a')
  expect(brokenWithin(cluster, 15 * second)).toBeNull()
  expect(factsOf(cluster, 'VolumeOpened')).toHaveLength(1)
})

test('M5, K4: the experiment without hydration loses an acknowledged commit (reference T5)', () => {
  const cluster = replaceF(0)
  expect(brokenWithin(cluster, 200 * milli)).toBeNull()
  loseABC(cluster)
  expect(brokenWithin(cluster, 4 * second)).toMatchObject({
    law: 'commitIsHeld',
    key: 'law.commitIsHeld.annulled',
  })
})
