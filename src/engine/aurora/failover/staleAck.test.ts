/** What segments still say to a writer of before means nothing to the reader that it is now. */
import { expect, test } from 'vitest'
import {
  type Cluster,
  factsOf,
  heal,
  inject,
  run,
  startCluster,
} from '../../testing/startCluster.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'

const second = 1_000_000

/** `w1` is lost, `r1` takes over, and `w1` comes back as its reader. */
function swapRoles(): Cluster {
  const cluster = startCluster({ readers: 1, route: 'cluster' })
  run(cluster, second)
  inject(cluster, 'InstanceCrash', 'w1')
  run(cluster, 4 * second)
  heal(cluster, 'InstanceCrash', 'w1')
  run(cluster, 4 * second)
  const { instances } = cluster.simulation.world
  expect(instances.map(({ role, status }) => `${role} ${status}`)).toEqual([
    'reader open',
    'writer open',
  ])
  return cluster
}

/** All segments answer the instance, as slow links would bring it long after. */
function acknowledge(cluster: Cluster, index: number, told: { epoch: number; isRefusal: boolean }) {
  const { context, world } = cluster.simulation
  const [group] = world.groups
  for (const segment of group!.segments) {
    payload.a = 0
    payload.b = group!.tipLsn
    payload.c = told.epoch
    payload.d = 0
    payload.e = told.isRefusal ? 1 : 0
    const { actor } = world.nodes[segment.node]!
    sendMessage(context, actor, world.instances[index]!.actor, messageNumber.WriteAck)
  }
}

test('F7, R9: the news of a newer epoch does not stop a reader', () => {
  const cluster = swapRoles()
  const { epoch } = cluster.simulation.world.volume
  acknowledge(cluster, 0, { epoch: epoch + 1, isRefusal: true })
  run(cluster, second)
  expect(factsOf(cluster, 'WriterFenced')).toHaveLength(0)
  expect(cluster.simulation.world.instances[0]!.status).toBe('open')
})

test('F1, L4: no acknowledgement lets a reader show what its stream has not brought', () => {
  const cluster = swapRoles()
  inject(cluster, 'LinkCut', 'w1<>r1')
  run(cluster, second / 10)
  const [reader, writer] = cluster.simulation.world.instances
  const { vdl, epoch } = reader!.memory
  expect(writer!.memory.vdl).toBeGreaterThan(vdl)
  acknowledge(cluster, 0, { epoch, isRefusal: false })
  run(cluster, second / 100)
  expect(reader!.memory.vdl).toBe(vdl)
})
