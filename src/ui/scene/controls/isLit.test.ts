/** What a panel points at is found on the stage. */
import { expect, test } from 'vitest'
import { exampleFrame } from '../testing/exampleFrame.ts'
import { layoutStage } from '../layout/layoutStage.ts'
import { controls } from './controls.ts'
import { isLit } from './isLit.ts'

const frame = exampleFrame()
const view = { isUnfolded: false, selection: null, theme: 'dark', isReducedMotion: true }
const layout = layoutStage(frame, view, { width: 1280, height: 600 })
const all = controls({ frame, layout, links: [], groups: [] })

function litBy(...lit: string[]): string[] {
  return all.filter(control => isLit(control, lit)).map(({ name }) => name)
}

test('a copy, a node by its copy, an instance, a zone and an application are found', () => {
  expect(litBy('pg1/a1')).toEqual(['Copy a1 of pg1'])
  expect(litBy('node-a1')).toEqual(['Copy a1 of pg1'])
  expect(litBy('w1')).toEqual(['Writer w1'])
  expect(litBy('az-b')).toEqual(['Zone b'])
  expect(litBy('shop')).toEqual(['Application shop'])
})

test('a group is all its copies, and several places light up at once', () => {
  expect(litBy('pg1')).toHaveLength(6)
  expect(litBy('pg1/a1', 'w1')).toHaveLength(2)
  expect(litBy()).toEqual([])
})
