/** Stragglers are marked on their way, and so is the refusal that goes back. Rules R2, R6, M8. */
import { expect, test } from 'vitest'
import { hold, linkOf, release } from '../../kernel/network.ts'
import { changesOf, milli, runUntilChange, second, start } from '../../testing/memberStage.ts'
import { type Cluster, give, heal, inject, run, startCluster } from '../../testing/startCluster.ts'
import { messageNumber } from '../messageNumber.ts'
import { movingOf } from './movingOf.ts'

/** What is marked, as `kind flag`, each once. */
function marked({ simulation }: Cluster): string[] {
  const { world, context } = simulation
  const view = new DataView(movingOf(world, undefined, context.mechanisms))
  const seen = new Set<string>()
  for (let row = 0; row < view.getFloat64(0, true); row++) {
    const start = 16 + row * 40
    const flag = view.getUint8(start + 33) & (16 | 32)
    const kind = view.getUint8(start + 32)
    if (flag > 0) seen.add(`${nameOf(kind)} ${flag === 16 ? 'annulled' : 'stale'}`)
  }
  return [...seen].sort()
}

function nameOf(kind: number): string {
  return Object.entries(messageNumber).find(([, number]) => number === kind)![0]
}

function actorOf({ simulation }: Cluster, name: string): number {
  return simulation.world.actors.indexOf(name)
}

function letGo({ simulation }: Cluster, from: number, to: number): void {
  const { network, queue, now } = simulation.world
  release(network, queue, linkOf(network, from, to), now)
}

/** All that the writer sends is held up; it crashes, and opens the volume again. */
function comeBack(cluster: Cluster): void {
  const { network, nodes, instances } = cluster.simulation.world
  run(cluster, 100 * milli)
  for (const { actor } of nodes) hold(network, 0, actor)
  run(cluster, 5 * milli)
  inject(cluster, 'InstanceCrash', 'w1')
  expect(marked(cluster)).toEqual([])
  heal(cluster, 'InstanceCrash', 'w1')
  for (const { actor } of nodes) network.held[linkOf(network, 0, actor)] = 0
  while (instances[0]!.status !== 'open') run(cluster, 20 * milli)
}

test('R2, R6: annulled redo is marked, and so is the answer that it bounces off with', () => {
  const cluster = startCluster({ sessions: 12, think: '2ms', writes: 2 })
  comeBack(cluster)
  expect(marked(cluster)).toEqual(['WriteRedo annulled', 'WriteRedo stale'])
  for (const { actor } of cluster.simulation.world.nodes) letGo(cluster, 0, actor)
  run(cluster, milli / 5)
  expect(marked(cluster)).toEqual(['WriteAck annulled', 'WriteAck stale'])
})

test('R2: a read of an epoch that is over is marked as stale, and so is its refusal', () => {
  const parameters = { 'instance.bufferPoolPages': 4 }
  const cluster = startCluster({ sessions: 12, think: '2ms', reads: 3, writes: 0, parameters })
  comeBack(cluster)
  expect(marked(cluster)).toEqual(['ReadPage stale'])
  for (const { actor } of cluster.simulation.world.nodes) letGo(cluster, 0, actor)
  run(cluster, milli / 5)
  expect(marked(cluster)).toEqual(['PageAnswer stale'])
})

test('M8: what names members of a time that is over is marked as stale', () => {
  const cluster = start({ sessions: 12, think: '2ms' })
  const { network } = cluster.simulation.world
  run(cluster, 50 * milli)
  const a1 = actorOf(cluster, 'node-a1')
  hold(network, 0, a1)
  run(cluster, 3 * milli)
  give(cluster, { do: 'ReplaceSegment', segment: 'pg1/c2' })
  runUntilChange(cluster, 'settle')
  run(cluster, second / 2)
  expect(changesOf(cluster)).toEqual(['join', 'settle'])
  expect(marked(cluster)).toEqual(['WriteRedo stale'])
  letGo(cluster, 0, a1)
  run(cluster, milli / 5)
  expect(marked(cluster)).toContain('StaleMembers stale')
})
