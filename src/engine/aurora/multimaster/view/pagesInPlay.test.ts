/** The picture says what a page is, whose rows are open or just committed, and what undoes. */
import { expect, test } from 'vitest'
import { playOn, runOn, setMmStage } from '../../../testing/mmStage.ts'
import { movingOf } from '../../frame/movingOf.ts'
import { messageNumber } from '../../messageNumber.ts'
import { flagOfProposal } from './flagOfProposal.ts'
import { viewLanes } from './viewLanes.ts'
import { viewPages } from './viewPages.ts'

type Stage = ReturnType<typeof setMmStage>

function pageOf({ simulation }: Stage, page: number) {
  return viewPages(simulation.world).find(its => its.page === page)
}

/** Flags of page changes seen on their way in small steps. */
function flagsSeen({ simulation }: Stage, micros: number): Set<number> {
  const seen = new Set<number>()
  for (let spent = 0; spent < micros; spent += 100) {
    playOn({ simulation } as Stage, 100)
    const view = new DataView(
      movingOf(simulation.world, undefined, [{ bounce: flagOfProposal }] as never),
    )
    for (let row = 0; row < view.getFloat64(0, true); row++) {
      const start = 16 + row * 40
      if (view.getUint8(start + 32) === messageNumber.Propose) seen.add(view.getUint8(start + 33))
    }
  }
  return seen
}

test('C19: a page of an index is told apart from those of rows, by its name', () => {
  const stage = setMmStage({ rows: 16, indexes: ['by_owner'] })
  runOn(stage, 1, { write: [1] })
  playOn(stage, 20_000)
  const kinds = viewPages(stage.simulation.world).map(({ kind, index }) => `${kind} ${index}`)
  expect(kinds).toContain('table ')
  expect(kinds).toContain('index by_owner')
  expect(kinds.join()).not.toContain('system')
})

test('T12: a row is owned while its transaction is open, then committed for a moment', () => {
  const stage = setMmStage()
  runOn(stage, 1, { write: [3] })
  playOn(stage, 2_900)
  expect(pageOf(stage, 0)?.committed).toEqual([])
  playOn(stage, 10_000)
  expect(pageOf(stage, 0)).toMatchObject({ owned: [], committed: [{ row: 3, instance: 'w1' }] })
  playOn(stage, 200_000)
  expect(pageOf(stage, 0)?.committed).toEqual([])
})

test('T14: what undoes is marked on its way, what an application wants is not', () => {
  const stage = setMmStage()
  runOn(stage, 1, { write: [1, 20] })
  runOn(stage, 2, { write: [21, 2] })
  expect(flagsSeen(stage, 60_000)).toEqual(new Set([0, 64]))
})

test('T13: a writer counts what it lost by cause, and how much of it lately', () => {
  const stage = setMmStage()
  runOn(stage, 1, { write: [1] })
  runOn(stage, 2, { write: [2] })
  playOn(stage, 40_000)
  const loser = viewLanes(stage.simulation.world).find(({ conflicts }) => conflicts > 0)
  expect(loser?.causes).toMatchObject({ inFlight: 1, staleBase: 0, deadlock: 0 })
  expect(loser?.recent).toMatchObject({ windowMicros: 40_000, conflicts: 1 })
  expect(loser?.retries).toBe(loser?.recent.retries)
  playOn(stage, 3_000_000)
  const later = viewLanes(stage.simulation.world).find(({ id }) => id === loser?.id)
  expect(later?.recent).toMatchObject({ windowMicros: 1_000_000, conflicts: 0, commits: 0 })
  expect(later?.conflicts).toBe(loser?.conflicts)
})
