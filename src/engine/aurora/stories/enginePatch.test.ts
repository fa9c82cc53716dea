/** Story: the engine is changed without downtime, or by a restart (2017 §7.4). Rule F15. */
import { expect, test } from 'vitest'
import {
  type Cluster,
  factsOf,
  give,
  inject,
  look,
  run,
  startCluster,
} from '../../testing/startCluster.ts'

const second = 1_000_000
const milli = 1000

function worstWait(cluster: Cluster): number {
  const waits = factsOf(cluster, 'TransactionCommitted').map(its => its.parameters.latencyMicros)
  return Math.max(...waits)
}

test('F15 (reference O7): between two transactions the engine is changed; sessions stay', () => {
  const cluster = startCluster({ sessions: 6, think: '20ms' })
  run(cluster, second / 2)
  inject(cluster, 'EnginePatch', 'w1')
  while (factsOf(cluster, 'EngineChangeBegan').length === 0) run(cluster, milli)
  const [began] = factsOf(cluster, 'EngineChangeBegan')
  expect(look(cluster).faults[0]).toMatchObject({ fault: 'EnginePatch', stage: 'changing' })
  expect(look(cluster).caption.key).toBe('pipeline.engineChanges')
  const { commits, reads, dataSafe } = look(cluster).lights
  expect([commits.state, reads.state, dataSafe.state]).toEqual(['waiting', 'waiting', 'on'])
  expect(commits.phrase.key).toBe('light.engine')
  const { committed } = cluster.simulation.world.totals
  run(cluster, 2.9 * second)
  expect(cluster.simulation.world.totals.committed).toBe(committed)
  expect(look(cluster).applications[0]).toMatchObject({ waiting: 6, reconnecting: 0 })
  run(cluster, second)
  expect(cluster.simulation.world.totals.committed).toBeGreaterThan(committed + 50)
  const [changed] = factsOf(cluster, 'EngineChanged')
  expect(changed!.at - began!.at).toBe(3 * second)
  expect(look(cluster).faults).toEqual([])
  expect(worstWait(cluster)).toBeGreaterThan(2.8 * second)
  expect(look(cluster).applications[0]).toMatchObject({ errors: 0, lost: 0 })
  expect(factsOf(cluster, 'InstanceCrashed')).toEqual([])
  expect(look(cluster).volume.epoch).toBe(1)
})

test('F15 (reference O8): with transactions always open it restarts, and they are lost', () => {
  const cluster = startCluster({
    sessions: 40,
    think: '1ms',
    parameters: { 'instance.patchPatience': '0.4s' },
  })
  run(cluster, second / 2)
  inject(cluster, 'EnginePatch', 'w1')
  run(cluster, 0.3 * second)
  expect(look(cluster).caption.key).toBe('pipeline.engineLooks')
  run(cluster, 0.2 * second)
  const [fellBack] = factsOf(cluster, 'EnginePatchFellBack')
  expect(fellBack!.parameters.open).toBeGreaterThan(0)
  expect(factsOf(cluster, 'InstanceCrashed')).toHaveLength(1)
  give(cluster, { do: 'SetWorkload', workload: 'shop', sessions: 4 })
  run(cluster, 3 * second)
  expect(factsOf(cluster, 'VolumeOpened')).toHaveLength(1)
  expect(look(cluster).lights.commits.state).toBe('on')
  expect(look(cluster).faults).toEqual([])
})

test('F15: an instance that dies while it looks comes up with the new engine', () => {
  const cluster = startCluster({ sessions: 40, think: '1ms' })
  run(cluster, second / 2)
  inject(cluster, 'EnginePatch', 'w1')
  inject(cluster, 'InstanceCrash', 'w1')
  run(cluster, milli)
  expect(look(cluster).faults.map(({ fault }) => fault)).toEqual(['InstanceCrash'])
})
