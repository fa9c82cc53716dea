/** Story: a whole zone goes dark, with the writer in it or without. */
import { expect, test } from 'vitest'
import { resolveParameters } from '../../formats/parameterTable.ts'
import { darken, factsOf, lighten, playTo, setStage } from './stage.ts'

const second = 1_000_000

test('Q2 (reference Q7): a zone without the writer is gone and commits go on', () => {
  const stage = setStage(resolveParameters({}), { groups: 4 })
  playTo(stage, 100_000)
  darken(stage, 0)
  const before = stage.world.totals.committed
  playTo(stage, second)
  expect(stage.world.totals.committed).toBeGreaterThan(before + 200)
  expect(stage.world.totals.lost).toBe(0)
})

test('R2–R8: the zone of the writer comes back, the volume is opened and work goes on', () => {
  const stage = setStage(resolveParameters({}), { groups: 4 })
  playTo(stage, 100_000)
  darken(stage, 1)
  playTo(stage, 30 * second)
  expect(stage.world.instances[0]!.status).toBe('down')
  expect([...stage.world.applications[0]!.state]).toEqual([2, 2, 2])
  expect(factsOf(stage, 'ConnectionLost')).toHaveLength(3)
  lighten(stage, 1)
  const before = stage.world.totals.committed
  playTo(stage, 60 * second)
  const [opened] = factsOf(stage, 'VolumeOpened')
  expect(opened!.parameters).toMatchObject({ instance: 'w1', epoch: 2 })
  expect(opened!.parameters.recoveryMicros).toBeGreaterThan(5 * second)
  expect(opened!.parameters.recoveryMicros).toBeLessThan(6 * second)
  expect(opened!.at).toBeGreaterThan(50 * second)
  expect(stage.world.totals.committed).toBeGreaterThan(before + 200)
})

test('W9: behind a dark zone a session asks once more and then gives its connection up', () => {
  const stage = setStage(resolveParameters({}), { sessions: 1 })
  playTo(stage, 100_000)
  darken(stage, 1)
  playTo(stage, 30 * second)
  const [lost] = factsOf(stage, 'ConnectionLost')
  expect(lost!.at).toBeGreaterThan(10 * second)
  expect(lost!.at).toBeLessThan(21 * second)
})

test('R3: the volume is not opened while a group lacks its read set', () => {
  const stage = setStage(resolveParameters({}), { groups: 2 })
  playTo(stage, 100_000)
  darken(stage, 0)
  darken(stage, 1)
  playTo(stage, second)
  lighten(stage, 1)
  darken(stage, 2)
  playTo(stage, 40 * second)
  expect(stage.world.instances[0]!.memory.opening!.phase).toBe('scanning')
  lighten(stage, 2)
  playTo(stage, 70 * second)
  expect(stage.world.instances[0]!.status).toBe('open')
})
