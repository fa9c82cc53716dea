/** The picture says that two writers want one page before anybody has won. C3, T8. */
import { expect, test } from 'vitest'
import { apply } from '../../../simulation.ts'
import { playOn, runOn, setMmStage } from '../../../testing/mmStage.ts'
import { openContest } from './openContest.ts'
import { mmSpoken } from './mmSpoken.ts'

type Stage = ReturnType<typeof setMmStage>

/** The first one seen in small steps. */
function contestSeen(stage: Stage, micros: number) {
  for (let spent = 0; spent < micros; spent += 50) {
    playOn(stage, 50)
    const contest = openContest(stage.simulation.world)
    if (contest !== null) return contest
  }
  return null
}

test('C3: different rows of one page are named, with who wants which', () => {
  const stage = setMmStage()
  runOn(stage, 1, { write: [1] })
  playOn(stage, 100)
  runOn(stage, 2, { write: [2] })
  const contest = contestSeen(stage, 5_000)
  expect(contest).toMatchObject({ page: 0, one: 'w1', other: 'w2', rowOne: 1, rowOther: 2 })
  expect(contest?.isStuck).toBe(false)
  expect(mmSpoken(stage.simulation.world).caption.key).toBe('mm.caption.contest')
})

test('T8: two copies each and no more to answer: it is said that neither can win', () => {
  const stage = setMmStage()
  const { simulation } = stage
  apply(simulation, { do: 'InjectFault', fault: 'AzOutage', target: 'az-c' })
  runOn(stage, 1, { write: [1] })
  runOn(stage, 2, { write: [2] })
  playOn(stage, 20_000)
  expect(openContest(simulation.world)).toMatchObject({ isStuck: true, keptOne: 2, keptOther: 2 })
  const { caption } = mmSpoken(simulation.world)
  expect(caption).toMatchObject({ key: 'mm.caption.stuck', parameters: { waitMicros: 50_000 } })
})

test('changes of different pages are no contest', () => {
  const stage = setMmStage()
  runOn(stage, 1, { write: [1] })
  runOn(stage, 2, { write: [100] })
  expect(contestSeen(stage, 5_000)).toBeNull()
})
