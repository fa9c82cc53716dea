/** Quorums and stalls are told once, at the very instant, with the fault as their cause. */
import { expect, test } from 'vitest'
import { factsOf, heal, inject, look, run, startCluster } from '../../testing/startCluster.ts'
import { readMicrosUntil, writeMicrosUntil } from './availability.ts'

test('Q6 (reference Q4): commits are stalled when the fourth copy is out of reach, at once', () => {
  const cluster = startCluster()
  run(cluster, 10_000)
  inject(cluster, 'NodeCrash', 'node-a1')
  inject(cluster, 'NodeCrash', 'node-b1')
  expect(factsOf(cluster, 'CommitsStalled')).toEqual([])
  inject(cluster, 'LinkCut', 'node-c1>w1')
  const [lost] = factsOf(cluster, 'WriteQuorumLost')
  const [stalled] = factsOf(cluster, 'CommitsStalled')
  const fault = factsOf(cluster, 'FaultInjected').at(-1)!
  expect(lost).toMatchObject({
    at: 10_000,
    cause: fault.id,
    parameters: { group: 'pg1', reachable: 3, needed: 4 },
  })
  expect(stalled).toMatchObject({
    at: 10_000,
    cause: fault.id,
    parameters: { because: 'noWriteQuorum', groups: ['pg1'] },
  })
  expect(factsOf(cluster, 'ReadQuorumLost')).toEqual([])
  inject(cluster, 'NodeCrash', 'node-b2')
  expect(factsOf(cluster, 'ReadQuorumLost')).toHaveLength(1)
  expect(factsOf(cluster, 'CommitsStalled')).toHaveLength(1)
})

test('healing tells what is restored, and how long it took', () => {
  const cluster = startCluster()
  for (const node of ['node-a1', 'node-b1', 'node-c1']) inject(cluster, 'NodeCrash', node)
  run(cluster, 250_000)
  heal(cluster, 'NodeCrash', 'node-b1')
  expect(factsOf(cluster, 'WriteQuorumRestored')[0]).toMatchObject({
    parameters: { group: 'pg1', reachable: 4 },
  })
  expect(factsOf(cluster, 'CommitsResumed')[0]).toMatchObject({
    parameters: { stalledMicros: 250_000 },
  })
})

test('without a writer nobody can write, however many copies run', () => {
  const cluster = startCluster()
  run(cluster, 100_000)
  inject(cluster, 'InstanceCrash', 'w1')
  expect(factsOf(cluster, 'CommitsStalled')[0]!.parameters).toMatchObject({
    because: 'noWriter',
    groups: [],
  })
  heal(cluster, 'InstanceCrash', 'w1')
  expect(factsOf(cluster, 'CommitsResumed')).toEqual([])
  run(cluster, 5_000_000)
  expect(factsOf(cluster, 'CommitsResumed')).toHaveLength(1)
  expect(factsOf(cluster, 'CommitsResumed')[0]!.at).toBe(factsOf(cluster, 'VolumeOpened')[0]!.at)
})

test('availability adds up the time in which one could commit, and read', () => {
  const cluster = startCluster({ parameters: { 'repair.automatic': 0 } })
  const { world } = cluster.simulation
  run(cluster, 1_000_000)
  for (const node of ['node-a1', 'node-b1', 'node-c1']) inject(cluster, 'NodeCrash', node)
  run(cluster, 2_000_000)
  expect(writeMicrosUntil(world, world.now)).toBe(1_000_000)
  expect(readMicrosUntil(world, world.now)).toBe(3_000_000)
  for (const node of ['node-a2', 'node-b2', 'node-c2']) inject(cluster, 'NodeCrash', node)
  run(cluster, 4_000_000)
  expect(readMicrosUntil(world, world.now)).toBe(3_000_000)
  for (const node of ['node-a1', 'node-b1', 'node-c1', 'node-a2']) heal(cluster, 'NodeCrash', node)
  run(cluster, 8_000_000)
  expect(writeMicrosUntil(world, world.now)).toBe(9_000_000)
  expect(readMicrosUntil(world, world.now)).toBe(11_000_000)
})

test('Q8: reads are there again when a copy has caught up, though no power or link changes', () => {
  const parameters = { 'storage.gossipPeriod': '200ms' }
  const cluster = startCluster({ parameters, think: '1ms' })
  const { world } = cluster.simulation
  const [first, ...others] = ['node-a1', 'node-a2', 'node-b1', 'node-b2', 'node-c1', 'node-c2']
  inject(cluster, 'LinkCut', `w1<>${first}`)
  inject(cluster, 'LinkCut', `w1<>node-a2`)
  run(cluster, 50_000)
  for (const node of others.slice(1)) inject(cluster, 'LinkCut', `w1<>${node}`)
  heal(cluster, 'LinkCut', `w1<>${first}`)
  expect(look(cluster).lights.reads.state).toBe('waiting')
  const before = readMicrosUntil(world, world.now)
  run(cluster, 2_000_000)
  expect(look(cluster).lights.reads.state).toBe('on')
  expect(readMicrosUntil(world, world.now)).toBeGreaterThan(before + 500_000)
})

test('the volume that opened is the cause of commits that go on', () => {
  const cluster = startCluster()
  run(cluster, 100_000)
  inject(cluster, 'InstanceCrash', 'w1')
  heal(cluster, 'InstanceCrash', 'w1')
  run(cluster, 5_000_000)
  expect(factsOf(cluster, 'CommitsResumed')[0]!.cause).toBe(factsOf(cluster, 'VolumeOpened')[0]!.id)
})
