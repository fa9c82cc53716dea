/** Under the endpoint: where each application goes, and what its health checks have missed. */
import { expect, it } from 'vitest'
import type { Frame } from '../../../engine/contract/frame.ts'
import type { PlacedView } from '../../../engine/contract/placementView.ts'
import { layoutStage } from '../layout/layoutStage.ts'
import { multiMasterFrame } from '../testing/multiMasterFrames.ts'
import { placementLabels } from './placementLabels.ts'

const view = { isUnfolded: false, selection: null, theme: 'dark', isReducedMotion: true }

function linesOf(changes: Partial<PlacedView>, which = 0): string[] {
  const frame: Frame = multiMasterFrame()
  const { id = '', on = '' } = frame.applications[which] ?? {}
  const checks = [{ instance: on, misses: 0, isGone: false }]
  const placed = { id, checks, takesOverAt: null, standby: [], ...changes } as unknown as PlacedView
  frame.placement = {
    ...{ shape: 'divided', endpoints: [], checkMicros: 1_000_000, windowMicros: 0 },
    applications: [placed],
  }
  const layout = layoutStage(frame, view, { width: 1440, height: 700 })
  return placementLabels(frame, layout).map(({ text }) => text)
}

const [first, second] = multiMasterFrame().applications

it('says only where it goes while its checks are answered', () => {
  expect(linesOf({})).toEqual([`${first?.id} → w1`, `${second?.id} → w2`])
})

it('counts the checks that were missed, and then says that its instance is gone', () => {
  const missed = [{ instance: 'w1', misses: 2, isGone: false }]
  expect(linesOf({ checks: missed })[0]).toBe(`${first?.id} → w1, silent 2×`)
  const gone = [{ instance: 'w1', misses: 3, isGone: true }]
  expect(linesOf({ checks: gone })[0]).toBe(`${first?.id} → w1 ✕ gone`)
})

it('says to whom it reroutes itself first of all, and when where there is room', () => {
  const { at } = multiMasterFrame()
  const soon = { takesOverAt: at + 400_000, standby: ['w1'] }
  expect(linesOf(soon, 1)).toEqual([`${second?.id} ⤳ w1`, `${first?.id} → w1`])
  expect(linesOf(soon)[0]).toBe(`${first?.id} ⤳ w1 in 400 ms`)
})
