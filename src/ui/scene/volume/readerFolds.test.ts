/** Readers that have no room stand as one sign, which says how many and how far behind. */
import { expect, test } from 'vitest'
import { layoutKey } from '../layout/layoutKey.ts'
import { layoutStage } from '../layout/layoutStage.ts'
import { drawScene } from '../scene.ts'
import { createWiring } from '../routes/routeBetween.ts'
import { volumeSituations } from '../testing/volumeSituations.ts'
import { foldControls, foldLabels, foldMarks } from './readerFolds.ts'

const view = { isUnfolded: false, selection: null, theme: 'dark', isReducedMotion: true }
const phone = { width: 390, height: 560 }
const laptop = { width: 1024, height: 480 }

function following() {
  const frame = volumeSituations['fifteen readers follow']?.()
  if (frame === undefined) throw new Error('there is no such situation')
  return frame
}

function names(width: { width: number; height: number }, frame = following(), its = view) {
  const layout = layoutStage(frame, its, width)
  const { controls } = drawScene(frame, its, createWiring(layout, false))
  const own = controls.filter(({ kind }) => kind === 'instance').map(({ name }) => name)
  return { alone: own, folded: foldControls(frame, layout).map(({ name }) => name) }
}

test('a zone without room shows its readers as one sign, the writer stands alone', () => {
  const folded = ['a', 'b', 'c'].map(zone => `5 readers in zone ${zone}`)
  expect(names(phone)).toEqual({ alone: ['Writer w1'], folded })
  expect(names(laptop).folded).toEqual(folded)
})

test('where there is room, or all is unfolded, each stands for itself', () => {
  expect(names({ width: 1920, height: 760 }).alone).toHaveLength(16)
  const open = names(phone, following(), { ...view, isUnfolded: true })
  expect(open.alone).toHaveLength(16)
  expect(open.folded).toEqual([])
})

test('the sign tells the number, the greatest lag, and who is down', () => {
  const frame = following()
  const layout = layoutStage(frame, view, laptop)
  const texts = foldLabels(frame, layout).map(({ text }) => text)
  expect(texts).toContain('5 readers')
  expect(texts).toContain('1 down')
  expect(texts.join()).toMatch(/30.4 ms/)
  expect(foldMarks(frame, layout)).toHaveLength(9)
  const [first] = foldControls(frame, layout)
  expect(first).toMatchObject({ subject: 'fold:az-a', toggle: null, isPressed: null })
  expect(first?.description).toContain('r1, r4, r7, r10, r13: up to 30.4 ms behind, 1 down')
})

test('a reader that takes over steps out of the sign', () => {
  const calm = following()
  const frame = following()
  if (frame.failover !== null) frame.failover.promoted = 'r7'
  expect(layoutKey(frame, view, phone)).not.toBe(layoutKey(calm, view, phone))
  expect(names(phone, frame)).toMatchObject({
    alone: ['Reader r7', 'Writer w1'],
    folded: ['4 readers in zone a', '5 readers in zone b', '5 readers in zone c'],
  })
})
