/**
 * An actor knows what has arrived there and nothing else: SCLs by acknowledgements (L10) and by
 * gossip (L15), VDL by the writer's stream (F1); who is silent has not failed before it is
 * suspected (M2).
 */
import { expect, test } from 'vitest'
import type { KnownActor, Knowledge } from '../../contract/knowledge.ts'
import { listenAt } from '../../testing/listenAt.ts'
import { milli, start } from '../../testing/memberStage.ts'
import { playOn, runOn, setMmStage } from '../../testing/mmStage.ts'
import { type Cluster, give, inject, run, startCluster } from '../../testing/startCluster.ts'

function of({ others }: Knowledge, name: string): KnownActor {
  return others.find(({ actor }) => actor === name)!
}

function trueScl({ simulation }: Pick<Cluster, 'simulation'>): Map<string, number> {
  const copies = simulation.world.groups.flatMap(({ segments }) => segments)
  return new Map(copies.map(({ id, scl }) => [id, scl]))
}

test('L10: the writer knows of each copy what its acknowledgements told, never more', () => {
  const cluster = startCluster({ sessions: 8, writes: 2, groups: 2 })
  const ask = listenAt(cluster.simulation, 'w1')
  let behind = 0
  for (let step = 0; step < 200; step++) {
    run(cluster, 500)
    const truth = trueScl(cluster)
    for (const { segment, scl, isOwn } of ask().segments) {
      expect(isOwn).toBe(false)
      expect(scl).toBeLessThanOrEqual(truth.get(segment)!)
      if (scl! < truth.get(segment)!) behind++
    }
  }
  expect(behind).toBeGreaterThan(100)
  expect(ask()).toMatchObject({ role: 'writer', epoch: 1, reckonsQuorum: true })
  expect(of(ask(), 'node-a1').heard).toMatchObject({ kind: expect.stringMatching(/Ack|Scl|Page/) })
})

test('M2, M17: a node without power is as it was, then silent, then suspected', () => {
  const cluster = start({ sessions: 6, think: '4ms' })
  run(cluster, 200 * milli)
  const ask = listenAt(cluster.simulation, 'w1')
  run(cluster, 50 * milli)
  inject(cluster, 'NodeCrash', 'node-c1')
  const { now } = cluster.simulation.world
  const usual = { isSilent: false, isSuspected: false }
  expect(of(ask(), 'node-c1')).toMatchObject(usual)
  run(cluster, 60 * milli)
  expect(of(ask(), 'node-c1')).toMatchObject({ isSilent: true, isSuspected: false })
  expect(of(ask(), 'node-c1').heard!.at).toBeLessThan(now + 5 * milli)
  expect(of(ask(), 'node-a1')).toMatchObject(usual)
  run(cluster, 90 * milli)
  expect(of(ask(), 'node-c1')).toMatchObject({ isSilent: true, isSuspected: true })
})

test('M17: of a node that nobody asks anything nothing is known, not even silence', () => {
  const cluster = start({ sessions: 2 })
  run(cluster, 50 * milli)
  give(cluster, { do: 'SetWorkload', workload: 'shop', sessions: 0 })
  run(cluster, 200 * milli)
  inject(cluster, 'NodeCrash', 'node-c1')
  const ask = listenAt(cluster.simulation, 'w1')
  run(cluster, 60 * milli)
  const nothing = { heard: null, owedSince: null, isSilent: false, isSuspected: false }
  expect(of(ask(), 'node-c1')).toMatchObject(nothing)
})

test('L15: a storage node knows its copies, and of its peers what gossip told', () => {
  const cluster = startCluster({ sessions: 6, groups: 1 })
  run(cluster, 10 * milli)
  const ask = listenAt(cluster.simulation, 'node-a1')
  expect(ask().segments.filter(({ scl }) => scl !== null)).toHaveLength(1)
  run(cluster, 500 * milli)
  const known = ask()
  const truth = trueScl(cluster)
  expect(known).toMatchObject({ role: 'node', vdl: null, reckonsQuorum: false })
  expect(known.segments.find(({ isOwn }) => isOwn)!.scl).toBe(truth.get('pg1/a1'))
  const peers = known.segments.filter(({ isOwn }) => !isOwn)
  expect(peers.filter(({ scl }) => scl !== null).length).toBeGreaterThan(0)
  for (const { segment, scl } of peers) expect(scl ?? 0).toBeLessThanOrEqual(truth.get(segment)!)
  expect(of(known, 'w1').heard).not.toBe(null)
  expect(of(known, 'shop').heard).toBe(null)
})

test('F1, F5: a reader knows the VDL that came with the redo, and is told of a lost writer', () => {
  const cluster = startCluster({ sessions: 6, readers: 1, route: 'cluster' })
  run(cluster, 100 * milli)
  const ask = listenAt(cluster.simulation, 'r1')
  run(cluster, 100 * milli)
  const writer = cluster.simulation.world.instances[0]!
  expect(ask()).toMatchObject({ role: 'reader', reckonsQuorum: false })
  expect(ask().vdl).toBeGreaterThan(0)
  expect(ask().vdl).toBeLessThanOrEqual(writer.memory.vdl)
  expect(of(ask(), 'w1')).toMatchObject({ heard: { kind: 'RedoStream' }, isSuspected: false })
  expect(ask().segments.every(({ scl }) => scl === null)).toBe(true)
})

test('T2: with several writers each knows the answers to its own changes', () => {
  const stage = setMmStage()
  const ask = listenAt(stage.simulation, 'w2')
  runOn(stage, 1, { write: [1] })
  playOn(stage, 20_000)
  expect(of(ask(), 'node-a1').heard).toBe(null)
  runOn(stage, 2, { write: [100] })
  playOn(stage, 20_000)
  expect(of(ask(), 'node-a1').heard).toMatchObject({ kind: 'Vote' })
  expect(of(ask(), 'w1').heard).toMatchObject({ kind: expect.any(String) })
})
