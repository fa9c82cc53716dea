/** What is ringed on either stage: states that differ, and what only one of them has. */
import { expect, test } from 'vitest'
import type { Frame } from '../../engine/contract/frame.ts'
import { whatDiffers } from './whatDiffers.ts'
import { readWith, writeWith } from './withAddress.ts'

const light = (state: string) => ({ state, phrase: { key: '', parameters: {} } })

function frameOf(change: object = {}): Frame {
  return {
    zones: [{ id: 'az-a', isOut: false }],
    nodes: [{ id: 'node-a1', isUp: true, isSpare: false }],
    instances: [{ id: 'w1', role: 'writer', status: 'open' }],
    applications: [{ id: 'shop', feels: 'answered' }],
    lights: { dataSafe: light('on'), commits: light('on'), reads: light('on') },
    serverless: null,
    ...change,
  } as unknown as Frame
}

test('equal clusters do not differ, whatever is on its way to an answer', () => {
  const other = frameOf({ applications: [{ id: 'shop', feels: 'inFlight' }] })
  expect(whatDiffers(frameOf(), other, 'sameLoad')).toEqual({ here: [], there: [], lines: [] })
})

test('a status, a light and a capacity that differ are ringed on both and told', () => {
  const lights = { dataSafe: light('on'), commits: light('waiting'), reads: light('on') }
  const instances = [{ id: 'w1', role: 'writer', status: 'opening' }]
  const serverless = { instances: [{ id: 'w1', reported: 2_500_000 }] }
  const found = whatDiffers(frameOf(), frameOf({ lights, instances, serverless }), 'sameLoad')
  expect(found).toMatchObject({ here: ['w1'], there: ['w1'] })
  expect(found.lines).toEqual([
    { id: 'commits', name: 'Commits', here: 'go on', there: 'wait' },
    { id: 'w1', name: 'w1', here: 'writer, open', there: 'writer, opening, 2.5 ACU' },
  ])
})

test('what only one side has is ringed there alone', () => {
  const found = whatDiffers(frameOf(), frameOf({ nodes: [] }), 'sameLoad')
  expect(found).toMatchObject({ here: ['node-a1'], there: [] })
  expect(found.lines[0]).toMatchObject({ here: 'only in this run', there: '–' })
})

test('of two stories only what both have is ringed, and the rest is said in one line', () => {
  const instances = [
    { id: 'w1', role: 'writer', status: 'opening' },
    { id: 'r1', role: 'reader', status: 'open' },
  ]
  const found = whatDiffers(frameOf(), frameOf({ nodes: [], instances }), 'otherStory')
  expect(found).toMatchObject({ here: ['w1'], there: ['w1'] })
  expect(found.lines.map(({ id, here, there }) => [id, here, there])).toEqual([
    ['w1', 'writer, open', 'writer, opening'],
    ['alone', 'node a1', 'r1'],
  ])
})

test('the other side is in the address, beside the panel, and goes with it', () => {
  expect(writeWith('?panel=compare', 'twoOfThree')).toBe('?panel=compare&with=twoOfThree')
  expect(readWith('?panel=compare&with=twoOfThree')).toBe('twoOfThree')
  expect(writeWith('?panel=compare&with=v2', null)).toBe('?panel=compare')
  expect(readWith('?with=')).toBeNull()
})
