/** Story: rules that only a rare hour puts to the test, each brought about on purpose. */
import { expect, test } from 'vitest'
import {
  factsOf,
  give,
  heal,
  inject,
  run,
  startCluster,
  sweep,
} from '../../testing/startCluster.ts'
import { chooseSegment } from '../database/chooseSegment.ts'
import { nthComplete } from '../storage/quorum.ts'
import { recordFlag, rowOf } from '../storage/redoLog.ts'
import { runUntil } from '../../simulation.ts'

test('R3: no points are computed while one group lacks a read set', () => {
  const cluster = startCluster({ groups: 2 })
  run(cluster, 100_000)
  inject(cluster, 'InstanceCrash', 'w1')
  const dark = ['node-a2', 'node-a3', 'node-b3', 'node-c3']
  for (const node of dark) inject(cluster, 'NodeCrash', node)
  heal(cluster, 'InstanceCrash', 'w1')
  run(cluster, 5_000_000)
  expect(cluster.simulation.world.instances[0]!.memory.opening!.phase).toBe('scanning')
  expect(factsOf(cluster, 'PointsRecovered')).toEqual([])
  for (const node of dark) heal(cluster, 'NodeCrash', node)
  run(cluster, 5_000_000)
  expect(factsOf(cluster, 'VolumeOpened')).toHaveLength(1)
})

test('R8: the volume opens when everything kept is on a write set again, not before', () => {
  const parameters = { 'storage.gossipPeriod': '10s', 'failover.recover': '0s' }
  const cluster = startCluster({ parameters, sessions: 12 })
  const { world } = cluster.simulation
  world.parameters['failover.recover'] = 0
  for (const node of ['node-a1', 'node-a2', 'node-b1']) inject(cluster, 'LinkCut', `w1>${node}`)
  run(cluster, 60_000)
  inject(cluster, 'InstanceCrash', 'w1')
  const { scl } = world.groups[0]!.segments[4]!
  expect(scl).toBeGreaterThan(world.instances[0]!.memory.vdl)
  for (const node of ['node-a1', 'node-a2', 'node-b1']) heal(cluster, 'LinkCut', `w1>${node}`)
  heal(cluster, 'InstanceCrash', 'w1')
  const { write, segments } = world.groups[0]!
  const held = () =>
    nthComplete(
      write,
      segments.map(segment => segment.scl),
    )
  for (let waited = 0; waited < 60_000 && world.instances[0]!.status !== 'open'; waited++) {
    run(cluster, 1000)
  }
  expect(world.instances[0]!.status).toBe('open')
  expect(held()).toBeGreaterThanOrEqual(factsOf(cluster, 'PointsRecovered')[0]!.parameters.vdl)
  expect(sweep(cluster)).toBeNull()
})

test('N4: what was on its way to the disk when the power went is not on it', () => {
  const cluster = startCluster({ parameters: { 'storage.persist': '20ms' }, think: '1ms' })
  const segment = cluster.simulation.world.groups[0]!.segments[0]!
  run(cluster, 200_000)
  const { highestHeld } = segment
  inject(cluster, 'NodeCrash', 'node-a1')
  run(cluster, 100_000)
  expect(segment.highestHeld).toBe(highestHeld)
})

test('W5: a session that asks again while its commit waits has begun one transaction', () => {
  const parameters = { 'client.connectTimeout': '100ms' }
  const cluster = startCluster({ parameters, sessions: 2 })
  run(cluster, 50_000)
  for (const node of ['node-a1', 'node-b1', 'node-c1']) inject(cluster, 'NodeCrash', node)
  run(cluster, 3_000_000)
  expect(cluster.simulation.world.instances[0]!.memory.parked.count).toBe(2)
  expect(cluster.simulation.world.applications[0]!.state).toEqual(new Uint8Array([1, 1]))
})

test('D4: only copies that are complete for the read point are asked, the quickest first', () => {
  const known = {
    sclSeen: new Float64Array([7, 9, 8, 0, 9, 9]),
    readLatency: new Float64Array([1, 50, 2, 1, 40, 60]),
  } as Parameters<typeof chooseSegment>[0]
  expect(chooseSegment(known, 9, 0)).toBe(4)
  expect(chooseSegment(known, 9, 0b010000)).toBe(1)
  expect(chooseSegment(known, 8, 0)).toBe(2)
  expect(chooseSegment(known, 10, 0)).toBe(-1)
})

test('R6: half a mini-transaction is annulled, though every record of it is durable', () => {
  const cluster = startCluster({ sessions: 3 })
  const { log } = cluster.simulation.world
  run(cluster, 100_000)
  give(cluster, { do: 'SetWorkload', workload: 'shop', sessions: 0 })
  run(cluster, 500_000)
  inject(cluster, 'InstanceCrash', 'w1')
  const last = rowOf(log, log.next - 1)
  log.flags[last] = 0
  heal(cluster, 'InstanceCrash', 'w1')
  runUntil(cluster.simulation, 3_000_000, Infinity)
  const [recovered] = factsOf(cluster, 'PointsRecovered')
  expect(recovered!.parameters).toMatchObject({ vcl: log.lsn[last] })
  expect(recovered!.parameters.vdl).toBeLessThan(log.lsn[last]!)
  expect(log.flags[last]! & recordFlag.annulled).toBe(recordFlag.annulled)
})
