/** The numbers that a chart is drawn from say what the instance does. */
import { expect, test } from 'vitest'
import { give, run } from '../../testing/startCluster.ts'
import { startElastic } from '../../testing/startElastic.ts'
import { gaugeOf } from './gaugeOf.ts'

const second = 1_000_000

test('S3, S8: active, holding, pausing, paused, resuming, each with its number', () => {
  const cluster = startElastic({ level: 2, until: 100, connections: 3 })
  const { world } = cluster.simulation
  const phases: number[] = []
  for (let now = 0; now < 430; now++) {
    run(cluster, second)
    const phase = gaugeOf(world)[8]!
    if (phases.at(-1) !== phase) phases.push(phase)
  }
  give(cluster, { do: 'SetDemand', workload: 'crowd', level: 1 })
  run(cluster, 2 * second)
  phases.push(gaugeOf(world)[8]!)
  expect(phases).toEqual([0, 1, 0, 2, 3, 4])
  const { meter, capacities } = world.serverless!
  expect(gaugeOf(world).slice(0, 7)).toEqual([
    meter.microAcuSeconds,
    meter.settledAt,
    meter.ios,
    meter.groupMicros,
    1,
    0,
    capacities[0]!.reported,
  ])
})
