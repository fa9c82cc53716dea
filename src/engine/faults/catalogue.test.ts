/**
 * Every fault of the catalogue, injected under load: the laws hold while it lasts, it heals, and
 * progress returns. Overlapping faults leave their switches where those still in force say.
 */
import { describe, expect, test } from 'vitest'
import { linkOf } from '../kernel/network.ts'
import { type Cluster, heal, inject, look, run, startCluster } from '../testing/startCluster.ts'
import { faultKinds } from './catalogue.ts'
import { describeFaults } from './describeFaults.ts'

const second = 1_000_000

/** A client in front of a dark zone gives up, waits and tries again before it sees it is back. */
const patience = 60

/** Seconds of model time until some more commits have been answered; at most `patience`. */
function secondsUntilProgress(cluster: Cluster): number {
  const { totals } = cluster.simulation.world
  const wanted = totals.committed + 20
  let seconds = 0
  while (totals.committed < wanted && seconds < patience) {
    run(cluster, second / 2)
    seconds += 0.5
  }
  return seconds
}

describe.each(faultKinds)('%s', kind => {
  const { targets } = describeFaults(startCluster().simulation.world).find(
    ({ fault }) => fault === kind,
  )!
  const chosen = targets.filter((_, index) => targets.length < 12 || index % 7 === 0)

  test.each(chosen)('at %s is injected under load, heals, and progress returns', target => {
    const cluster = startCluster({ groups: 2 })
    run(cluster, second / 5)
    inject(cluster, kind, target)
    expect(look(cluster).faults).toMatchObject([{ fault: kind, target }])
    run(cluster, second / 2)
    heal(cluster, kind, target)
    expect(secondsUntilProgress(cluster)).toBeLessThan(patience)
    expect(look(cluster).faults).toEqual([])
    expect(look(cluster).lights.commits.state).toBe('on')
  })
})

test('N8: a node that crashed by itself and with its zone is down until both are healed', () => {
  const cluster = startCluster()
  const node = () => look(cluster).nodes.find(({ id }) => id === 'node-c1')!
  inject(cluster, 'NodeCrash', 'node-c1')
  inject(cluster, 'AzOutage', 'az-c')
  heal(cluster, 'AzOutage', 'az-c')
  expect(node().isUp).toBe(false)
  inject(cluster, 'AzOutage', 'az-c')
  heal(cluster, 'NodeCrash', 'node-c1')
  expect(node().isUp).toBe(false)
  heal(cluster, 'AzOutage', 'az-c')
  expect(node().isUp).toBe(true)
})

test('N8: a writer that crashed by itself and with its zone is down until both are healed', () => {
  const cluster = startCluster({ zone: 'b' })
  const writer = () => look(cluster).instances[0]!
  inject(cluster, 'InstanceCrash', 'w1')
  inject(cluster, 'AzOutage', 'az-b')
  heal(cluster, 'InstanceCrash', 'w1')
  run(cluster, 5 * second)
  expect(writer().status).toBe('down')
  heal(cluster, 'AzOutage', 'az-b')
  expect(writer().status).toBe('opening')
  run(cluster, 5 * second)
  expect(writer().status).toBe('open')
})

test('N8: a link that was cut twice passes messages when both cuts are healed', () => {
  const cluster = startCluster({ zone: 'b' })
  const isCut = () => look(cluster).nodes.find(({ id }) => id === 'node-a1')!.isReachable === false
  inject(cluster, 'LinkCut', 'w1<>node-a1')
  inject(cluster, 'LinkCut', 'az-a<>az-b')
  heal(cluster, 'LinkCut', 'node-a1<>w1')
  expect(isCut()).toBe(true)
  heal(cluster, 'LinkCut', 'az-b<>az-a')
  expect(isCut()).toBe(false)
})

test('N9: losses on one link are causes of their own: half of half arrives', () => {
  const cluster = startCluster()
  const { world } = cluster.simulation
  const link = linkOf(world.network, 0, world.nodes[0]!.actor)
  inject(cluster, 'PacketLoss', 'network', { ratio: 0.5 })
  inject(cluster, 'PacketLoss', `w1>${world.nodes[0]!.id}`, { ratio: 0.5 })
  expect(world.network.lossPpm[link]).toBe(750_000)
  heal(cluster, 'PacketLoss', 'network')
  expect(world.network.lossPpm[link]).toBe(500_000)
})

test('N5: the links of clients lose nothing, whatever the network loses', () => {
  const cluster = startCluster()
  const { world } = cluster.simulation
  inject(cluster, 'PacketLoss', 'network', { ratio: 1 })
  const client = world.applications[0]!.actor
  expect(world.network.lossPpm[linkOf(world.network, client, 0)]).toBe(0)
  expect(world.network.lossPpm[linkOf(world.network, 0, client)]).toBe(0)
})

test('N9: between two slow nodes the slower one decides; healing gives each its own speed', () => {
  const cluster = startCluster()
  const { world } = cluster.simulation
  const [one, other] = [world.nodes[0]!, world.nodes[1]!]
  const factor = () => world.network.slowFactorPpm[linkOf(world.network, one.actor, other.actor)]
  inject(cluster, 'SlowNode', one.id, { factor: 3 })
  inject(cluster, 'SlowNode', other.id, { factor: 8 })
  expect(factor()).toBe(8_000_000)
  heal(cluster, 'SlowNode', other.id)
  expect(factor()).toBe(3_000_000)
  expect(other.slowPpm).toBe(1_000_000)
})
