/** Story: readers follow the writer's redo, a little behind, and nobody waits for them. */
import { expect, test } from 'vitest'
import { factsOf, heal, inject, look, run, startCluster } from '../../testing/startCluster.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import { receiveStream } from './applyStream.ts'
import { lagCurve } from './lagCurve.ts'

const second = 1_000_000

function readersOf(cluster: Parameters<typeof look>[0]) {
  return look(cluster).failover!.readers
}

test('F2: the lag follows the published curve', () => {
  const at = (rate: number) => lagCurve(rate)
  expect([0, 1000, 2000, 5000, 10_000, 50_000].map(at)).toEqual([
    2620, 2620, 3420, 3940, 5380, 5380,
  ])
  expect(lagCurve(1500)).toBe(3020)
})

test('F1: a reader shows only points that VDL has had, and lags by milliseconds', () => {
  const cluster = startCluster({ readers: 2, sessions: 6, think: '10ms' })
  run(cluster, second)
  const points = new Set(factsOf(cluster, 'VdlAdvanced').map(({ parameters }) => parameters.vdl))
  const applied = factsOf(cluster, 'StreamApplied')
  expect(applied.length).toBeGreaterThan(200)
  for (const { parameters } of applied) {
    expect(points.has(parameters.vdl)).toBe(true)
    expect(parameters.lagMicros).toBeGreaterThanOrEqual(2620)
    expect(parameters.lagMicros).toBeLessThan(20_000)
  }
})

test('F1: no commit waits for a reader', () => {
  const latencyOf = (cut: boolean) => {
    const exact = { 'network.jitter': 0 }
    const cluster = startCluster({ readers: 1, think: '10ms', parameters: exact })
    if (cut) inject(cluster, 'LinkCut', 'w1<>r1')
    run(cluster, second)
    return factsOf(cluster, 'TransactionCommitted').map(
      ({ parameters }) => parameters.latencyMicros,
    )
  }
  expect(latencyOf(true)).toEqual(latencyOf(false))
})

test('F1: what was lost on the way is sent again, and a healed link brings the rest', () => {
  const cluster = startCluster({ readers: 1, think: '10ms', parameters: { 'network.loss': 0.2 } })
  run(cluster, second)
  inject(cluster, 'LinkCut', 'w1<>r1')
  run(cluster, second)
  expect(readersOf(cluster)[0]!.lagMicros).toBeGreaterThan(900_000)
  heal(cluster, 'LinkCut', 'w1<>r1')
  cluster.simulation.world.applications[0]!.thinkMicros = 600 * second
  run(cluster, 3 * second)
  expect(readersOf(cluster)[0]!.vdl).toBe(look(cluster).volume.vdl)
})

test.each([1, 2, 3, 4])('F1: the last redo before a silence arrives as well, seed %i', seed => {
  const parameters = { 'network.loss': 0.5 }
  const cluster = startCluster({ readers: 2, think: '10ms', parameters, seed })
  run(cluster, second)
  cluster.simulation.world.applications[0]!.thinkMicros = 600 * second
  run(cluster, 6 * second)
  const { volume, failover } = look(cluster)
  for (const { vdl } of failover!.readers) expect(vdl).toBe(volume.vdl)
})

test('F1: a stream of an older epoch is not taken', () => {
  const { simulation } = startCluster({ readers: 1, think: '10min' })
  const { world, context } = simulation
  world.instances[1]!.memory.epoch = 2
  const post = (epoch: number) => {
    Object.assign(payload, { a: 0, b: 5, c: 5, d: epoch })
    return receiveStream(context, 1, sendMessage(context, 0, 1, messageNumber.RedoStream))
  }
  expect([post(1), post(2)]).toEqual([false, true])
})
