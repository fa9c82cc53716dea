/** Story: what reading from a quorum would cost, where Aurora asks one copy that it knows. */
import { expect, test } from 'vitest'
import { factsOf, inject, run, startCluster } from '../../testing/startCluster.ts'
import { messageNumber } from '../messageNumber.ts'

const small = { 'instance.bufferPoolPages': 4, 'storage.probeRate': 0, 'storage.hedgeMin': '20ms' }

/** Page reads answered, page requests sent, and the mean time of a read. */
function reading(quorumRead: number, prepare?: (cluster: ReturnType<typeof startCluster>) => void) {
  const parameters = { ...small, 'storage.quorumRead': quorumRead }
  const cluster = startCluster({ sessions: 4, reads: 2, writes: 1, parameters })
  prepare?.(cluster)
  const { world, context } = cluster.simulation
  const receive = context.receivers[messageNumber.ReadPage]!
  let requests = 0
  context.receivers[messageNumber.ReadPage] = (...given) => {
    requests++
    return receive(...given)
  }
  run(cluster, 1_000_000)
  const returned = factsOf(cluster, 'PageReturned')
  const total = returned.reduce((sum, { parameters: { latencyMicros } }) => sum + latencyMicros, 0)
  return {
    reads: returned.length,
    perRead: requests / returned.length,
    mean: total / returned.length,
    committed: world.totals.committed,
  }
}

test('D4, D25 (reference R2, R3): one copy is asked; a quorum read asks five', () => {
  const one = reading(0)
  const quorum = reading(1)
  expect(one.reads).toBeGreaterThan(100)
  expect(one.perRead).toBeCloseTo(1, 1)
  expect(quorum.perRead).toBeCloseTo(5, 1)
  expect(quorum.mean).toBeGreaterThan(one.mean + 300)
  expect(quorum.committed).toBeGreaterThan(100)
})

test('D25: a copy that lacks records counts towards the three, and never gives the page', () => {
  const cut = (cluster: ReturnType<typeof startCluster>) => inject(cluster, 'LinkCut', 'w1>node-b1')
  const quorum = reading(1, cut)
  expect(quorum.reads).toBeGreaterThan(100)
  expect(quorum.committed).toBeGreaterThan(100)
})

test('D25: with no read set within reach a quorum read waits, where one copy would do', () => {
  const leaveTwo = (cluster: ReturnType<typeof startCluster>) => {
    for (const node of ['a1', 'a2', 'b2', 'c2']) inject(cluster, 'NodeCrash', `node-${node}`)
  }
  expect(reading(0, leaveTwo).reads).toBeGreaterThan(0)
  expect(Number.isNaN(reading(1, leaveTwo).mean)).toBe(true)
})
