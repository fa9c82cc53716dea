/** Commands: what is accepted and what is refused, with a reason and without any other trace. */
import { expect, test } from 'vitest'
import type { Command } from '../contract/commands.ts'
import { factsOf, give, inject, run, startCluster } from '../testing/startCluster.ts'

const refusals: [string, Command][] = [
  ['reason.unknownCommand', { do: 'Explode' } as unknown as Command],
  ['reason.unknownCommand', { do: 'toString' } as unknown as Command],
  [
    'reason.unknownFault',
    { do: 'InjectFault', fault: 'Flood', target: 'w1' } as unknown as Command,
  ],
  ['reason.unknownFault', { do: 'HealFault', fault: 'constructor', target: 'w1' } as never],
  ['reason.unknownTarget', { do: 'InjectFault', fault: 'NodeCrash', target: 'node-z9' }],
  ['reason.unknownTarget', { do: 'InjectFault', fault: 'AzOutage', target: 'node-a1' }],
  ['reason.unknownTarget', { do: 'InjectFault', fault: 'LinkCut', target: 'w1' }],
  ['reason.unknownTarget', { do: 'InjectFault', fault: 'LinkCut', target: 'w1<>node-z9' }],
  ['reason.unknownTarget', { do: 'InjectFault', fault: 'NodeCrash' } as unknown as Command],
  ['reason.sameEnds', { do: 'InjectFault', fault: 'LinkCut', target: 'w1<>w1' }],
  ['reason.clientLink', { do: 'InjectFault', fault: 'PacketLoss', target: 'shop>w1' }],
  [
    'reason.noSuchParameter',
    { do: 'InjectFault', fault: 'NodeCrash', target: 'node-a1', factor: 2 },
  ],
  ['reason.outOfRange', { do: 'InjectFault', fault: 'SlowNode', target: 'node-a1', factor: 0.5 }],
  ['reason.outOfRange', { do: 'InjectFault', fault: 'PacketLoss', target: 'network', ratio: 2 }],
  ['reason.notInForce', { do: 'HealFault', fault: 'NodeCrash', target: 'node-b1' }],
  ['reason.alreadyInForce', { do: 'InjectFault', fault: 'NodeCrash', target: 'node-c1' }],
  ['reason.unknownWorkload', { do: 'SetWorkload', workload: 'mall', sessions: 1 }],
  ['reason.nothingToChange', { do: 'SetWorkload', workload: 'shop' }],
  ['reason.badDuration', { do: 'SetWorkload', workload: 'shop', think: '5 parsecs' }],
  ['reason.outOfRange', { do: 'SetWorkload', workload: 'shop', sessions: -1 }],
  ['reason.outOfRange', { do: 'SetWorkload', workload: 'shop', sessions: 1.5 }],
]

test.each(refusals)('%s: %o', (key, command) => {
  const cluster = startCluster()
  inject(cluster, 'NodeCrash', 'node-c1')
  const { faults, queue } = cluster.simulation.world
  const before = JSON.stringify([faults, queue])
  const told = cluster.facts.length
  const outcome = give(cluster, command)
  expect(outcome).toMatchObject({ accepted: false, reason: { key } })
  expect(cluster.facts.slice(told).map(({ fact }) => fact)).toEqual(['CommandRefused'])
  expect(JSON.stringify([faults, queue])).toBe(before)
})

test('a link is in force whichever of its ends is named first', () => {
  const cluster = startCluster()
  inject(cluster, 'LinkCut', 'w1<>node-a1')
  const again = { do: 'InjectFault', fault: 'LinkCut', target: 'node-a1<>w1' } as const
  expect(give(cluster, again)).toMatchObject({ reason: { key: 'reason.alreadyInForce' } })
})

test('the cause of what a fault does is the fault, and of the fault the command', () => {
  const cluster = startCluster()
  inject(cluster, 'AzOutage', 'az-b')
  const [given] = factsOf(cluster, 'CommandGiven')
  const [injected] = factsOf(cluster, 'FaultInjected')
  expect(injected!.cause).toBe(given!.id)
  for (const crash of factsOf(cluster, 'NodeCrashed')) expect(crash.cause).toBe(injected!.id)
  expect(factsOf(cluster, 'NodeCrashed')).toHaveLength(3)
  expect(factsOf(cluster, 'InstanceCrashed')[0]!.cause).toBe(injected!.id)
  expect(factsOf(cluster, 'CommitsStalled')[0]!.cause).toBe(injected!.id)
})

test('HealAll heals every fault in the order in which they came', () => {
  const cluster = startCluster()
  inject(cluster, 'AzOutage', 'az-c')
  inject(cluster, 'NodeCrash', 'node-a1')
  inject(cluster, 'LinkCut', 'w1>node-b1')
  expect(give(cluster, { do: 'HealAll' })).toEqual({ accepted: true })
  const healed = factsOf(cluster, 'FaultHealed').map(({ parameters }) => parameters.target)
  expect(healed).toEqual(['az-c', 'node-a1', 'w1>node-b1'])
  expect(cluster.simulation.world.faults).toEqual([])
})

test('SetWorkload changes the number of sessions and their think time at once', () => {
  const cluster = startCluster({ sessions: 1, think: '1h' })
  run(cluster, 100_000)
  const before = cluster.simulation.world.totals.committed
  give(cluster, { do: 'SetWorkload', workload: 'shop', sessions: 5, think: '1ms' })
  run(cluster, 1_000_000)
  expect(cluster.simulation.world.totals.committed).toBeGreaterThan(before + 100)
})
