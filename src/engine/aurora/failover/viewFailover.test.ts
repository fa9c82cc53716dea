/** Every phase of a promotion is shown with its own sentence, and what is more urgent stays. */
import { expect, test } from 'vitest'
import { describeFaults } from '../../faults/describeFaults.ts'
import { inject, look, run, startCluster } from '../../testing/startCluster.ts'

const second = 1_000_000

function begin(route: 'cluster' | 'instance' = 'cluster') {
  const parameters = { 'network.jitter': 0 }
  const cluster = startCluster({ readers: 1, route, isSlow: true, parameters })
  run(cluster, second)
  return cluster
}

test('F3–F6: the phases, each with its caption and what is left of it', () => {
  const cluster = begin()
  expect(look(cluster)).toMatchObject({
    failover: { phase: null, lost: '', promoted: '', clusterEndpoint: 'w1' },
    hint: { key: 'failover.hint.loseWriter', parameters: { instance: 'w1', reader: 'r1' } },
    glowing: 'w1',
  })
  inject(cluster, 'InstanceCrash', 'w1')
  const seen = [1.5, 4.5, 10, 22, 27, 32].map(at => {
    run(cluster, at * second - cluster.simulation.world.now)
    const { failover, caption } = look(cluster)
    return [failover!.phase, failover!.clusterEndpoint, caption.key, caption.parameters.inMicros]
  })
  expect(seen).toMatchObject([
    ['silent', 'w1', 'failover.silent', 2_500_000],
    ['recovering', 'w1', 'failover.recovering', expect.any(Number)],
    ['changingRole', 'w1', 'failover.changingRole', expect.any(Number)],
    ['updatingName', 'w1', 'failover.updatingName', expect.any(Number)],
    ['waitingForTtl', 'r1', 'failover.waitingForTtl', expect.any(Number)],
    [null, 'r1', 'caption.allSix', undefined],
  ])
})

test('a read quorum that is lacking is more urgent than the promotion', () => {
  const cluster = begin()
  for (const node of ['a1', 'b1', 'c1', 'c2']) inject(cluster, 'NodeCrash', `node-${node}`)
  inject(cluster, 'InstanceCrash', 'w1')
  run(cluster, 2 * second)
  expect(look(cluster).caption.key).toBe('caption.writerDownAtRisk')
  run(cluster, 3 * second)
  expect(look(cluster).failover!.phase).toBe('recovering')
  expect(look(cluster).caption.key).toBe('caption.scanWaits')
})

test('the hint says whether the applications follow the name', () => {
  const hints = (['cluster', 'instance'] as const).map(route => {
    const cluster = begin(route)
    inject(cluster, 'InstanceCrash', 'w1')
    run(cluster, second)
    return look(cluster).hint.key
  })
  expect(hints).toEqual(['failover.hint.watch', 'failover.hint.tied'])
})

test('F3: the menu of faults lists what cuts the writer off from everybody', () => {
  const { targets } = describeFaults(begin().simulation.world).find(
    ({ fault }) => fault === 'LinkCut',
  )!
  expect(targets).toEqual(expect.arrayContaining(['w1<>r1', 'w1<>az-a', 'w1<>az-b', 'w1<>az-c']))
  expect(targets).not.toContain('r1<>node-a1')
})

test('F1: a reader that hears nothing is named, with how old its view is', () => {
  const cluster = startCluster({ readers: 2, think: '10ms' })
  run(cluster, 100_000)
  inject(cluster, 'LinkCut', 'w1<>r2')
  run(cluster, 200_000)
  const { caption } = look(cluster)
  expect(caption).toMatchObject({ key: 'failover.readerCutOff', parameters: { reader: 'r2' } })
  expect(Number(caption.parameters.lagMicros)).toBeGreaterThan(150_000)
})
