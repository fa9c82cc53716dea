/** Bundled ways are drawn the wider the more is on its way. */
import { expect, test } from 'vitest'
import { layoutStage } from '../layout/layoutStage.ts'
import { createWiring } from '../routes/routeBetween.ts'
import { exampleFrame } from '../testing/exampleFrame.ts'
import { trunkShapes, trunkWidth } from './trunkShapes.ts'

test('more messages, a wider trunk', () => {
  const widths = [0, 1, 30, 400, 5_000].map(trunkWidth)
  expect(widths).toEqual([...widths].sort((a, b) => a - b))
  expect(new Set(widths).size).toBe(5)
})

test('one trunk from the writer into each zone that has traffic', () => {
  const frame = exampleFrame()
  const view = { isUnfolded: false, selection: null, theme: 'dark', isReducedMotion: true }
  const wiring = createWiring(layoutStage(frame, view, { width: 1_440, height: 620 }), true)
  const trunks = trunkShapes(frame.instances, wiring, [200, 0, 20])
  expect(trunks.map(({ id }) => id)).toEqual(['w1 az-a', 'w1 az-c'])
  expect(trunks[0]?.path).toMatch(/^M[\d.]+ [\d.]+C/)
})
