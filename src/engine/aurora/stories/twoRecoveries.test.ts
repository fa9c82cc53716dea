/**
 * Story: one crash, recovered twice, each time with other copies within reach. What the two keep
 * may differ, but only in what nobody was told of (2017 §4.3; R4). A recovery that takes silent
 * copies for empty ones is planted, and the law of commits catches it.
 */
import { afterEach, expect, test, vi } from 'vitest'
import type { Fact } from '../../contract/facts.ts'
import { restore, save } from '../../simulation.ts'
import {
  brokenWithin,
  type Cluster,
  factsOf,
  heal,
  inject,
  run,
  startCluster,
} from '../../testing/startCluster.ts'

const mistakes = vi.hoisted(() => ({ takesSilentForEmpty: false }))

vi.mock('../database/recoverPoints.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../database/recoverPoints.ts')>()
  const recoverPoints: typeof real.recoverPoints = (world, opening) => {
    if (!mistakes.takesSilentForEmpty) return real.recoverPoints(world, opening)
    const asIfAllAnswered = { ...opening, promised: opening.promised.map(() => 0b111111) }
    real.recoverPoints(world, asIfAllAnswered)
    opening.vcl = asIfAllAnswered.vcl
    opening.vdl = asIfAllAnswered.vdl
  }
  return { ...real, recoverPoints }
})

afterEach(() => {
  mistakes.takesSilentForEmpty = false
})

const nodes = ['node-a1', 'node-a2', 'node-b1', 'node-b2', 'node-c1', 'node-c2']

/** A lossy network, so that no two copies hold the same; the writer dies in the middle of work. */
function crashed(seed: number): Cluster {
  const parameters = { 'network.loss': 0.3, 'storage.gossipPeriod': '10s' }
  const cluster = startCluster({ seed, sessions: 20, think: '1ms', writes: 2, parameters })
  run(cluster, 60_000)
  inject(cluster, 'InstanceCrash', 'w1')
  return cluster
}

/** The highest commit that a client, or the writer, was told of before the crash. */
function newestAcknowledged(facts: Fact[]): number {
  const told = facts.filter(({ fact }) => fact === 'TransactionCommitted')
  return Math.max(...told.map(fact => (fact.parameters as { lsn: number }).lsn))
}

function recoverWith(cluster: Cluster, silent: string[]): void {
  for (const node of silent) inject(cluster, 'NodeCrash', node)
  heal(cluster, 'InstanceCrash', 'w1')
}

/** The last consistent point that a recovery with these copies silent keeps. */
function recoveredVdl(cluster: Cluster, silent: string[]): number {
  const before = factsOf(cluster, 'PointsRecovered').length
  recoverWith(cluster, silent)
  for (let waited = 0; waited < 30; waited++) {
    run(cluster, 200_000)
    const found = factsOf(cluster, 'PointsRecovered')
    if (found.length > before) return found[before]!.parameters.vdl
  }
  throw new Error('No read set has answered')
}

test('R4, R6: two recoveries of one crash differ only in what nobody was told of', () => {
  let differing = 0
  for (let seed = 1; seed <= 12; seed++) {
    const cluster = crashed(seed)
    const acknowledged = newestAcknowledged(cluster.facts)
    const atCrash = save(cluster.simulation)
    const kept = [0, 3, 1].map(first => {
      restore(cluster.simulation, atCrash)
      return recoveredVdl(cluster, nodes.slice(first, first + 3))
    })
    for (const vdl of kept) expect(vdl).toBeGreaterThanOrEqual(acknowledged)
    if (new Set(kept).size > 1) differing++
  }
  expect(differing).toBeGreaterThan(3)
})

test('K4 catches a recovery that takes copies it did not reach for empty ones', () => {
  mistakes.takesSilentForEmpty = true
  const cluster = crashed(1)
  recoverWith(cluster, nodes.slice(0, 3))
  expect(brokenWithin(cluster, 6_000_000)).toMatchObject({ key: 'law.commitIsHeld.annulled' })
})
