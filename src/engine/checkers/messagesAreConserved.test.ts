/** N7 is shown to catch a network that loses a message without a word, or hands one over twice. */
import { afterEach, expect, test, vi } from 'vitest'
import { brokenWithin, inject, run, startCluster, sweep } from '../testing/startCluster.ts'

const mistakes = vi.hoisted(() => ({ every: 0, by: 0, seen: 0 }))

vi.mock('../kernel/network.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../kernel/network.ts')>()
  const arrive: typeof real.arrive = (network, slot) => {
    const fate = real.arrive(network, slot)
    if (mistakes.every > 0 && ++mistakes.seen % mistakes.every === 0) {
      network.counters.delivered += mistakes.by
    }
    return fate
  }
  return { ...real, arrive }
})

afterEach(() => {
  mistakes.every = 0
})

test('N7 holds while messages are lost, cut off, doubled and find nobody', () => {
  const cluster = startCluster({ parameters: { 'network.duplication': 0.1 } })
  inject(cluster, 'PacketLoss', 'network', { ratio: 0.1 })
  inject(cluster, 'LinkCut', 'w1<>node-a1')
  inject(cluster, 'NodeCrash', 'node-c1')
  run(cluster, 500_000)
  const { lost, cut, droppedDown, duplicated } = cluster.simulation.world.network.counters
  for (const count of [lost, cut, droppedDown, duplicated]) expect(count).toBeGreaterThan(0)
})

test.each([-1, 1])('N7 catches a network that counts wrong by %i', by => {
  Object.assign(mistakes, { every: 100, by, seen: 0 })
  const cluster = startCluster()
  expect(brokenWithin(cluster, 1_000_000)).toMatchObject({ law: 'messagesAreConserved' })
  expect(sweep(cluster)).toMatchObject({ law: 'messagesAreConserved' })
})
