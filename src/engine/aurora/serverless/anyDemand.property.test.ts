/**
 * Whatever is asked of a serverless cluster, in any order and with crashes in between, no law
 * breaks; and going back to a checkpoint leads to the same end. Rules S and B.
 */
import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import type { Command } from '../../contract/commands.ts'
import { digest } from '../../digest.ts'
import { restore, save } from '../../simulation.ts'
import { type Cluster, give, run } from '../../testing/startCluster.ts'
import { startElastic } from '../../testing/startElastic.ts'

const second = 1_000_000

const halves = fc.integer({ min: 0, max: 64 }).map(half => half / 2)

const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    do: fc.constant('SetDemand' as const),
    workload: fc.constant('crowd'),
    level: fc.option(halves),
  }),
  fc.record({ do: fc.constant('SetCapacityRange' as const), min: halves, max: halves }),
  fc.record({
    do: fc.constant('SetWorkload' as const),
    workload: fc.constant('shop'),
    sessions: fc.integer({ min: 0, max: 4 }),
  }),
  fc.constantFrom<Command>(
    { do: 'InjectFault', fault: 'InstanceCrash', target: 'w1' },
    { do: 'HealFault', fault: 'InstanceCrash', target: 'w1' },
    { do: 'InjectFault', fault: 'AzOutage', target: 'az-b' },
    { do: 'HealAll' },
  ),
  fc.constantFrom<Command>(
    { do: 'CallCluster', call: 'wrongPassword' },
    { do: 'CallCluster', call: 'parameterGroup' },
    { do: 'SetFeature', feature: 'globalPrimary', isOn: true },
    { do: 'SetFeature', feature: 'globalPrimary', isOn: false },
    { do: 'SetNeighbours', instance: 'w1', acu: 102 },
    { do: 'StopCluster' },
    { do: 'StartCluster' },
  ),
)

/** A command, and the seconds that pass after it. */
const anyTurn = fc.tuple(anyCommand, fc.integer({ min: 0, max: 400 }))

const readers = [
  { id: 'w1', az: 'b', class: 'serverless' },
  { id: 'r1', az: 'a', class: 'serverless', role: 'reader', tier: 1 },
  { id: 'r2', az: 'c', class: 'serverless', role: 'reader', tier: 5 },
] as const

function tell(cluster: Cluster, story: [Command, number][]): void {
  for (const [command, seconds] of story) {
    give(cluster, command)
    run(cluster, seconds * second + 123_457)
  }
}

test.prop([fc.array(anyTurn, { maxLength: 12 }), fc.constantFrom(1, 2, 3)], { numRuns: 12 })(
  'S10, S11, S20, B5, B6: no law breaks',
  (story, size) => {
    const instances = readers.slice(0, size)
    const cluster = startElastic({ level: 1, until: 200, think: '5s', instances })
    tell(cluster, story)
    run(cluster, 700 * second)
  },
)

test.prop([fc.array(anyTurn, { maxLength: 6 })], { numRuns: 4 })(
  'S8: a run goes on from a checkpoint as it would have',
  story => {
    const cluster = startElastic({ level: 1, until: 20, think: '1s' })
    const { simulation } = cluster
    run(cluster, 330 * second)
    const checkpoint = save(simulation)
    tell(cluster, story)
    const end = digest(simulation)
    restore(simulation, checkpoint)
    tell(cluster, story)
    expect(digest(simulation)).toBe(end)
  },
)
