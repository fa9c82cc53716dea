/** Marks of the timeline: what is marked, with which shape, and until when it lasts. */
import { expect, test } from 'vitest'
import type { Fact } from '../engine/contract/facts.ts'
import { marksOf } from './marksOf.ts'

let id = 0
function fact(at: number, name: Fact['fact'], parameters: object = {}): Fact {
  return { id: ++id, at, fact: name, cause: 0, parameters } as unknown as Fact
}

test('a fault lasts until its own heal, a stall until commits go on', () => {
  const node = { fault: 'NodeCrash', target: 'node-a1' }
  const zone = { fault: 'AzOutage', target: 'az-c' }
  const stall = { because: 'noWriteQuorum', groups: ['pg1', 'pg2'], waiting: 3 }
  const marks = marksOf([
    fact(1, 'FaultInjected', node),
    fact(2, 'FaultInjected', zone),
    fact(3, 'CommitsStalled', stall),
    fact(4, 'FaultHealed', node),
    fact(5, 'CommitsResumed', { waiting: 3, stalledMicros: 2 }),
  ])
  expect(marks.map(({ at, until, shape }) => [at, until, shape])).toEqual([
    [1, 4, 'fault'],
    [2, null, 'fault'],
    [3, 5, 'stall'],
    [4, null, 'heal'],
    [5, null, 'resume'],
  ])
  expect(marks[2]).toMatchObject({
    key: 'fact.CommitsStalled',
    parameters: { because: 'noWriteQuorum', groups: 'pg1, pg2', waiting: 3 },
  })
})

test('a recovery lasts until that instance has opened the volume', () => {
  const marks = marksOf([
    fact(1, 'RecoveryStarted', { instance: 'w1', epoch: 2 }),
    fact(2, 'VolumeOpened', { instance: 'w2', epoch: 2 }),
    fact(3, 'VolumeOpened', { instance: 'w1', epoch: 2 }),
  ])
  expect(marks).toMatchObject([{ at: 1, until: 3, shape: 'recovery' }])
})

test('a command is marked, unless it is a fault that marks itself', () => {
  const marks = marksOf([
    fact(1, 'CommandGiven', { command: { do: 'InjectFault' } }),
    fact(2, 'CommandGiven', { command: { do: 'SetWorkload' } }),
    fact(3, 'CommandRefused', { command: { do: 'HealAll' }, reason: { key: 'reason.x' } }),
    fact(4, 'NodeCrashed', { node: 'node-a1' }),
  ])
  expect(marks.map(({ shape }) => shape)).toEqual(['command', 'refused'])
  expect(marks[1]?.parameters).toEqual({ command: 'HealAll', reason: 'reason.x' })
})

test('capacity is marked where it turns, sleep lasts until a resume begins', () => {
  const marks = marksOf([
    fact(1_000, 'CapacityChanged', { instance: 'w1', from: 1, acu: 2 }),
    fact(2_000, 'CapacityChanged', { instance: 'w1', from: 2, acu: 3 }),
    fact(3_000, 'CapacityChanged', { instance: 'w1', from: 3, acu: 2 }),
    fact(4_000, 'InstancePaused', { instance: 'w1', acu: 0 }),
    fact(5_000, 'ResumeBegan', { instance: 'w2', because: 'connection' }),
    fact(6_000, 'ResumeBegan', { instance: 'w1', because: 'connection' }),
  ])
  expect(marks.map(({ at, until, shape }) => [at, until, shape])).toEqual([
    [1_000, null, 'scale'],
    [3_000, null, 'scale'],
    [4_000, 6_000, 'pause'],
  ])
})

test('a crowd of conflicts is thinned, the first stays', () => {
  const conflicts = Array.from({ length: 4_000 }, (_, k) => fact(k + 1, 'TransactionRolledBack'))
  const marks = marksOf(conflicts)
  expect(marks[0]).toMatchObject({ at: 1, shape: 'conflict' })
  expect(marks.length).toBeLessThanOrEqual(401)
  expect(marks.length).toBeGreaterThan(300)
})

test('a stop lasts until the cluster is back, a live migration until it has arrived', () => {
  const marks = marksOf([
    fact(1_000, 'MigrationBegan', { instance: 'w1', from: 'b-host-1', to: 'b-host-2' }),
    fact(2_000, 'InstanceMigrated', { instance: 'w1', to: 'b-host-2' }),
    fact(3_000, 'ClusterStopped', { instances: ['w1'] }),
    fact(4_000, 'ClusterStarting', { because: 'command' }),
    fact(5_000, 'ClusterStarted', { tookMicros: 1_000 }),
  ])
  expect(marks.map(({ at, until, shape }) => [at, until, shape])).toEqual([
    [1_000, 2_000, 'scale'],
    [3_000, 5_000, 'pause'],
  ])
})
