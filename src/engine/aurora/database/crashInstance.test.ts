/** An instance that dies, is fenced, or is no writer. */
import { expect, test } from 'vitest'
import { resolveParameters } from '../../formats/parameterTable.ts'
import { promiseEpoch } from '../storage/epoch.ts'
import { factsOf, playTo, setStage } from '../stories/stage.ts'
import { crashInstance, restartInstance } from './crashInstance.ts'

const hurried = {
  ...resolveParameters({}),
  'instance.restart': 50_000,
  'failover.recover': 50_000,
  'instance.survivableCache': 0,
}

test('R1: memory is lost, and numbers are not given twice', () => {
  const stage = setStage(hurried, { sessions: 10, think: 500 })
  playTo(stage, 50_000)
  crashInstance(stage.ctx, 0)
  const { memory, status, life } = stage.world.instances[0]!
  expect([status, life, memory.pool.used, memory.parked.count]).toEqual(['down', 2, 0, 0])
  restartInstance(stage.ctx, 0)
  playTo(stage, 400_000)
  expect(stage.world.instances[0]!.status).toBe('open')
  const numbers = factsOf(stage, 'TransactionBegan').map(({ parameters }) => parameters.transaction)
  expect(new Set(numbers).size).toBe(numbers.length)
})

test('R1: timers and messages of an earlier life do nothing', () => {
  const stage = setStage(resolveParameters({}), { sessions: 10, think: 500 })
  playTo(stage, 50_000)
  crashInstance(stage.ctx, 0)
  playTo(stage, 51_000)
  expect(factsOf(stage, 'AckReceived').at(-1)!.at).toBeLessThanOrEqual(50_000)
  expect(factsOf(stage, 'RecordsSent').at(-1)!.at).toBeLessThanOrEqual(50_000)
})

test('R2, R9 (reference X8): a newer epoch at a segment fences the writer; it opens anew', () => {
  const stage = setStage(hurried)
  playTo(stage, 50_000)
  stage.world.volume.epoch = 5
  promiseEpoch(stage.ctx, stage.world.groups[0]!.segments[0]!, 5)
  playTo(stage, 100_000)
  const [fenced] = factsOf(stage, 'WriterFenced')
  expect(fenced!.parameters).toEqual({ instance: 'w1', epoch: 5 })
  expect(factsOf(stage, 'InstanceCrashed')[0]!.cause).toBe(fenced!.id)
  playTo(stage, 400_000)
  expect(factsOf(stage, 'VolumeOpened')[0]!.parameters.epoch).toBe(6)
})

test('R2: a reader that restarts takes no epoch', () => {
  const stage = setStage(hurried)
  stage.world.instances[0]!.role = 'reader'
  crashInstance(stage.ctx, 0)
  restartInstance(stage.ctx, 0)
  playTo(stage, 200_000)
  expect(stage.world.instances[0]!.status).toBe('open')
  expect(stage.world.volume.epoch).toBe(1)
})
