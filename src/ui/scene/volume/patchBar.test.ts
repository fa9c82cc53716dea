/** The bar of a rolling patch: zone by zone, a cell a node, and what it says. */
import { expect, test } from 'vitest'
import { patchedZones } from '../../../words/patchedZones.ts'
import { layoutStage } from '../layout/layoutStage.ts'
import { stageSizes } from '../testing/labelFaults.ts'
import { volumeSituations } from '../testing/volumeSituations.ts'
import { epochLabels, epochMarks } from './epochLabels.ts'
import { volumeDescriptions } from './volumeDescriptions.ts'

const view = { isUnfolded: false, selection: null, theme: 'dark', isReducedMotion: true }

function patching() {
  const frame = volumeSituations['a patch rolls']?.()
  if (frame === undefined) throw new Error('there is no such situation')
  return frame
}

test('tells zone by zone which nodes are done, away and due (P15)', () => {
  const told = patchedZones(patching()).map(({ zone, done, cells }) => [
    zone,
    done,
    cells.map(({ progress }) => progress),
  ])
  expect(told).toEqual([
    ['az-a', 3, ['done', 'done', 'done']],
    ['az-b', 1, ['done', 'away', 'due']],
    ['az-c', 0, ['due', 'due', 'due']],
  ])
})

/** The last is a laptop with a long caption. */
const sizes = [...stageSizes, { width: 1024, height: 426 }]

test.each(sizes)('draws a cell for each node and a letter for each zone, $width wide', size => {
  const frame = patching()
  const layout = layoutStage(frame, view, size)
  expect(epochMarks(frame, layout).map(({ id }) => id)).toEqual(frame.nodes.map(({ id }) => id))
  const letters = epochLabels(frame, layout).flatMap(({ text }) => (text.length === 1 ? text : []))
  expect(letters).toEqual(['a', 'b', 'c'])
})

test('without a patch there is neither bar nor word', () => {
  const frame = { ...patching(), pipeline: null }
  const layout = layoutStage(frame, view, { width: 1440, height: 620 })
  expect(patchedZones(frame)).toEqual([])
  expect(epochMarks(frame, layout)).toEqual([])
})

test('the same is said to those who do not see it', () => {
  const said = volumeDescriptions(patching()).map(({ text }) => text)
  expect(said.join()).toContain('zone a 3 of 3, zone b 1 of 3, zone c 0 of 3')
})
