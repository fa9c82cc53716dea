/** A writer is lost, and no reader is there to take over. */
import { expect, test } from 'vitest'
import { factsOf, heal, inject, run, startCluster } from '../../testing/startCluster.ts'
import { frameOf } from '../frame/frameOf.ts'

const second = 1_000_000
const hurried = { 'failover.withoutReplica': '60s' }

function lose(parameters: Record<string, string | number> = {}, readers = 0) {
  const cluster = startCluster({ parameters: { ...hurried, ...parameters }, readers })
  run(cluster, second)
  return cluster
}

test('F16 (reference O10): it is re-created in its zone within the bound, and answers', () => {
  const cluster = lose()
  const { world } = cluster.simulation
  inject(cluster, 'InstanceCrash', 'w1')
  run(cluster, 59.9 * second)
  expect(world.instances[0]!.status).toBe('opening')
  run(cluster, 0.2 * second)
  expect(world.instances[0]).toMatchObject({ status: 'open', zone: 1 })
  const [opened] = factsOf(cluster, 'VolumeOpened')
  expect(Math.round((opened!.at - second) / second)).toBe(60)
  const [created] = factsOf(cluster, 'InstanceRecreated')
  expect(created!.parameters.zone).toBe('az-b')
  expect(created!.cause).toBe(factsOf(cluster, 'CommitsStalled')[0]!.id)
  expect(world.faults).toEqual([])
  const before = world.totals.committed
  run(cluster, 2 * second)
  expect(world.totals.committed).toBeGreaterThan(before)
})

test('F16: who is back in time, or replaced by a reader, is not re-created', () => {
  const cluster = lose()
  inject(cluster, 'InstanceCrash', 'w1')
  heal(cluster, 'InstanceCrash', 'w1')
  run(cluster, 70 * second)
  expect(factsOf(cluster, 'InstanceRecreated')).toEqual([])
  const promoted = lose({}, 1)
  inject(promoted, 'InstanceCrash', 'w1')
  run(promoted, 70 * second)
  expect(factsOf(promoted, 'ReaderPromoted')).toHaveLength(1)
  expect(factsOf(promoted, 'InstanceRecreated')).toEqual([])
})

test('F16 (reference O12): when its zone is out, nothing happens by itself', () => {
  const cluster = lose()
  inject(cluster, 'AzOutage', 'az-b')
  run(cluster, 120 * second)
  expect(cluster.simulation.world.instances[0]!.status).toBe('down')
})

test('F16 (reference O12): somebody creates it in another zone, and clients go on there', () => {
  const cluster = lose({ 'failover.createElsewhere': 1 })
  const { world } = cluster.simulation
  inject(cluster, 'AzOutage', 'az-b')
  run(cluster, 62 * second)
  expect(world.instances[0]).toMatchObject({ status: 'open', zone: 0 })
  const before = world.totals.committed
  run(cluster, 15 * second)
  expect(world.totals.committed).toBeGreaterThan(before)
  heal(cluster, 'AzOutage', 'az-b')
  run(cluster, second)
  expect(world.instances[0]!.status).toBe('open')
})

test('F16, F4: when writer and readers are lost together the writer is re-created', () => {
  const cluster = lose({}, 1)
  const { world } = cluster.simulation
  inject(cluster, 'InstanceCrash', 'w1')
  inject(cluster, 'InstanceCrash', 'r1')
  run(cluster, 62 * second)
  expect(world.instances[0]).toMatchObject({ status: 'open', role: 'writer' })
  expect(world.failover!.phase).toBeNull()
})

test('F16: the hint says what may be waited for, and that a zone needs somebody', () => {
  const hintOf = ({ simulation }: ReturnType<typeof lose>) =>
    frameOf(simulation.world, 0, simulation.context.mechanisms).hint
  const crashed = lose()
  inject(crashed, 'InstanceCrash', 'w1')
  run(crashed, 500_000)
  expect(hintOf(crashed).key).toBe('hint.healInstance')
  run(crashed, second)
  expect(hintOf(crashed)).toMatchObject({ key: 'recreate.inZone', parameters: { zone: 'az-b' } })
  expect(hintOf(crashed).parameters.inMicros).toBe(58_500_000)
  const keys = [0, 1].map(createElsewhere => {
    const dark = lose({ 'failover.createElsewhere': createElsewhere })
    inject(dark, 'AzOutage', 'az-b')
    run(dark, 2 * second)
    return hintOf(dark).key
  })
  expect(keys).toEqual(['recreate.byHand', 'recreate.elsewhere'])
})
