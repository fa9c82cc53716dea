/** The boxcar: nobody waits for it to fill. */
import { expect, test } from 'vitest'
import { resolveParameters } from '../../formats/parameterTable.ts'
import { factsOf, playTo, setStage } from '../stories/stage.ts'
import { putInBox } from './boxcar.ts'
import { writeRow } from './writeRecords.ts'

function silentStage(groups = 1) {
  return setStage(resolveParameters({}), { groups, sessions: 0 })
}

test('L9: the first record sets the box off; those that come before it leaves go along', () => {
  const stage = silentStage()
  writeRow(stage.ctx, 0, 0, { page: 0, place: 0 })
  playTo(stage, 49)
  writeRow(stage.ctx, 0, 0, { page: 1, place: 0 })
  playTo(stage, 50)
  writeRow(stage.ctx, 0, 0, { page: 2, place: 0 })
  playTo(stage, 200)
  const sent = factsOf(stage, 'RecordsSent')
  expect(sent.map(({ at }) => at)).toEqual([50, 100])
  expect(sent.map(({ parameters }) => parameters.count)).toEqual([6, 3])
})

test('L9: every batch goes to all six members, with the lowest read point', () => {
  const stage = silentStage()
  writeRow(stage.ctx, 0, 0, { page: 0, place: 0 })
  playTo(stage, 60)
  expect(stage.world.network.counters.sent).toBe(6)
})

test('L9: groups have boxes of their own', () => {
  const stage = silentStage(2)
  const lastPage = stage.world.pageRecords.length - 1
  writeRow(stage.ctx, 0, 0, { page: 0, place: 0 })
  writeRow(stage.ctx, 0, 0, { page: lastPage, place: 0 })
  playTo(stage, 60)
  const groups = factsOf(stage, 'RecordsSent').map(({ parameters }) => parameters.group)
  expect(groups).toEqual(['pg1', 'pg2'])
})

test('L9: a box that closes after a crash is nobody’s any more', () => {
  const stage = silentStage()
  putInBox(stage.ctx, 0, 0, 0)
  stage.world.instances[0]!.life++
  playTo(stage, 100)
  expect(stage.world.network.counters.sent).toBe(0)
})
