/** The moving part tells of an answer in flight whether it keeps or refuses. C3, T4, T13. */
import { expect, test } from 'vitest'
import { playOn, runOn, setMmStage } from '../../../testing/mmStage.ts'
import { movingOf } from '../../frame/movingOf.ts'
import { messageNumber } from '../../messageNumber.ts'

type Stage = ReturnType<typeof setMmStage>

/** The details of a kind's rows seen in small steps. */
function detailsSeen(stage: Stage, kind: number, micros: number): Set<number> {
  const seen = new Set<number>()
  for (let spent = 0; spent < micros; spent += 50) {
    playOn(stage, 50)
    const view = new DataView(movingOf(stage.simulation.world))
    for (let row = 0; row < view.getFloat64(0, true); row++) {
      const start = 16 + row * 40
      if (view.getUint8(start + 32) === kind) seen.add(view.getFloat64(start + 24, true))
    }
  }
  return seen
}

test('T4: alone at a page, every answer keeps and every verdict stands', () => {
  const stage = setMmStage()
  runOn(stage, 1, { write: [1] })
  expect(detailsSeen(stage, messageNumber.Vote, 10_000)).toEqual(new Set([1]))
})

test('C3: of two at one page, answers that keep and answers that refuse are on their way', () => {
  const stage = setMmStage()
  runOn(stage, 1, { write: [1] })
  runOn(stage, 2, { write: [2] })
  expect(detailsSeen(stage, messageNumber.Vote, 10_000)).toEqual(new Set([0, 1]))
})

test('C3: the loser withdraws, the winner’s change stands', () => {
  const stage = setMmStage()
  runOn(stage, 1, { write: [1] })
  runOn(stage, 2, { write: [2] })
  expect(detailsSeen(stage, messageNumber.Finalize, 10_000)).toEqual(new Set([0, 1]))
})

test('T13: error 1213 is on its way to the application', () => {
  const stage = setMmStage()
  runOn(stage, 1, { write: [1] })
  runOn(stage, 2, { write: [2] })
  expect(detailsSeen(stage, messageNumber.Answer, 20_000)).toContain(3)
})
