/**
 * Applications moved about at random while instances die and come back: no session is lost, each is
 * answered again once all is well, all laws hold, and a run goes on from a saved one as it would
 * have. Rules U1–U6.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Command } from '../../contract/commands.ts'
import { restoreText, saveText } from '../../savedText.ts'
import { digestWorld } from '../digestWorld.ts'
import { startMap } from '../../testing/routingStage.ts'
import { type Cluster, give, run } from '../../testing/startCluster.ts'

const second = 1_000_000
const think = '200ms'

interface Kind {
  instances: string[]
  places: string[]
  endpoints: { id: string; kind: 'reader' | 'writer'; members: string[] }[]
}

const kinds: Kind[] = [
  {
    instances: ['w1', 'w2', 'w3'],
    places: ['w1', 'w2', 'w3', 'cluster', 'round-robin', 'some'],
    endpoints: [{ id: 'some', kind: 'writer', members: ['w2', 'w3'] }],
  },
  {
    instances: ['w1', 'r1', 'r2'],
    places: ['w1', 'r1', 'cluster', 'reader', 'some'],
    endpoints: [{ id: 'some', kind: 'reader', members: ['r1', 'r2'] }],
  },
]

function commandOf({ instances, places }: Kind): fc.Arbitrary<Command> {
  const workload = fc.constantFrom('shop', 'report')
  const instance = fc.constantFrom(...instances)
  const fault = 'InstanceCrash' as const
  return fc.oneof(
    fc.record({
      do: fc.constant('SetPlacement' as const),
      workload,
      on: fc.constantFrom(...places),
    }),
    fc.record({
      do: fc.constant('SetHealthCheck' as const),
      workload,
      isOn: fc.boolean(),
      standby: fc.constant(instances),
      pause: fc.constantFrom('0s', '2s'),
    }),
    fc.record({
      do: fc.constant('InjectFault' as const),
      fault: fc.constant(fault),
      target: instance,
    }),
    fc.record({
      do: fc.constant('HealFault' as const),
      fault: fc.constant(fault),
      target: instance,
    }),
  )
}

function start({ instances, endpoints }: Kind): Cluster {
  return startMap({
    instances,
    endpoints,
    quick: {
      'instance.restart': second,
      'failover.recover': second,
      'failover.roleChange': second,
      'storage.gossipPeriod': second,
    },
    workload: [
      { id: 'shop', on: 'w1', think, healthCheck: { standby: [instances[1]!] } },
      { id: 'report', on: 'cluster', think, transaction: { reads: 2 } },
    ],
  })
}

function becomeWell(cluster: Cluster): void {
  give(cluster, { do: 'HealAll' })
  for (const workload of ['shop', 'report']) {
    give(cluster, { do: 'SetPlacement', workload, on: 'cluster' })
  }
  run(cluster, 18 * second)
}

test.each(kinds)('any map of $instances', kind => {
  const steps = fc.array(fc.tuple(commandOf(kind), fc.integer({ min: 1, max: 2_500 })), {
    minLength: 3,
    maxLength: 7,
  })
  fc.assert(
    fc.property(steps, script => {
      const cluster = start(kind)
      for (const [command, millis] of script) {
        give(cluster, command)
        run(cluster, millis * 1_000)
      }
      const again = start(kind)
      restoreText(again.simulation, saveText(cluster.simulation))
      for (const its of [cluster, again]) becomeWell(its)
      expect(digestWorld(again.simulation.world)).toBe(digestWorld(cluster.simulation.world))
      const { applications } = cluster.simulation.world
      const before = applications.map(({ answered }) => answered)
      run(cluster, 2 * second)
      for (const [index, { state, answered }] of applications.entries()) {
        expect([...state].every(its => its < 2)).toBe(true)
        expect(answered).toBeGreaterThan(before[index]! + 10)
      }
    }),
    { numRuns: 5, seed: 70 },
  )
})
