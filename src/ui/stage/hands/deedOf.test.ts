/** What comes of letting go, and where strokes cross links. */
import { expect, test } from 'vitest'
import type { Description } from '../../../engine/contract/description.ts'
import type { Frame } from '../../../engine/contract/frame.ts'
import { crosses } from './crosses.ts'
import { deedOf, gripOn } from './deedOf.ts'

const frame = {
  applications: [{ id: 'shop' }],
  instances: [{ id: 'w1' }, { id: 'w2' }],
  nodes: [{ id: 'node-a1' }],
  zones: [{ id: 'az-a' }],
  groups: [{ id: 'pg1', segments: [{ id: 'pg1/a1', node: 'node-a1' }] }],
  faults: [{ fault: 'SlowNode', target: 'node-b1' }],
  placement: { applications: [] },
} as unknown as Frame

const description = {
  faults: [
    { fault: 'NodeCrash', title: 'Node without power', targets: ['node-a1'], parameters: [] },
    { fault: 'AzOutage', title: 'Zone out', targets: ['az-a'], parameters: [] },
  ],
} as unknown as Description

const known = { frame, description }
const letting = { over: null, pulled: 0, crossed: [] }

test('the hand takes hold of an application, of a node by its copy, else it draws', () => {
  expect(gripOn(frame, 'shop')).toEqual({ holds: 'application', id: 'shop' })
  expect(gripOn(frame, 'pg1/a1')).toEqual({ holds: 'node', id: 'node-a1' })
  expect(gripOn(frame, 'az-a')).toEqual({ holds: 'stroke' })
  expect(gripOn(frame, null)).toEqual({ holds: 'stroke' })
})

test('an application goes to the instance on which it is dropped, nowhere else', () => {
  const grip = { holds: 'application', id: 'shop' } as const
  expect(deedOf(grip, { ...letting, over: 'w2' }, known)).toEqual({
    commands: [{ do: 'SetPlacement', workload: 'shop', on: 'w2' }],
    words: 'shop goes to w2.',
  })
  expect(deedOf(grip, { ...letting, over: 'az-a' }, known)).toHaveProperty('refusal')
  const unplaced = { ...known, frame: { ...frame, placement: undefined } as unknown as Frame }
  expect(deedOf(grip, { ...letting, over: 'w2' }, unplaced)).toHaveProperty('refusal')
})

test.each([
  [20, 2],
  [100, 10],
  [1e6, 1_000],
])('a node pulled by %i pixels is %i times as slow', (pulled, factor) => {
  const deed = deedOf({ holds: 'node', id: 'node-a1' }, { ...letting, pulled }, known)
  const slow = { do: 'InjectFault', fault: 'SlowNode', target: 'node-a1', factor }
  expect(deed).toMatchObject({ commands: [slow] })
})

test('a node that is hardly pulled stays as fast as it is', () => {
  const grip = { holds: 'node', id: 'node-a1' } as const
  expect(deedOf(grip, { ...letting, pulled: 19 }, known)).toHaveProperty('refusal')
})

test('a node that is slow is healed before it is slow in another way', () => {
  const deed = deedOf({ holds: 'node', id: 'node-b1' }, { ...letting, pulled: 50 }, known)
  const dos = 'commands' in deed ? deed.commands.map(its => its.do) : []
  expect(dos).toEqual(['HealFault', 'InjectFault'])
})

test('a fault falls on its target or the node of a copy, and on nothing else', () => {
  const grip = { holds: 'fault', fault: 'NodeCrash' } as const
  expect(deedOf(grip, { ...letting, over: 'pg1/a1' }, known)).toMatchObject({
    commands: [{ do: 'InjectFault', fault: 'NodeCrash', target: 'node-a1' }],
  })
  expect(
    deedOf({ ...grip, strength: { factor: 7 } }, { ...letting, over: 'node-a1' }, known),
  ).toMatchObject({
    commands: [{ factor: 7 }],
  })
  expect(deedOf(grip, { ...letting, over: 'az-a' }, known)).toHaveProperty('refusal')
  expect(deedOf(grip, letting, known)).toHaveProperty('refusal')
})

test('a stroke cuts what it crosses, once', () => {
  const crossed = ['w1<>node-a1', 'w1<>node-b1']
  const cutAlready = {
    ...frame,
    faults: [{ fault: 'LinkCut', target: 'w1<>node-a1' }],
  } as unknown as Frame
  expect(deedOf({ holds: 'stroke' }, { ...letting, crossed }, known)).toMatchObject({
    words: '2 links are cut.',
  })
  expect(
    deedOf({ holds: 'stroke' }, { ...letting, crossed }, { frame: cutAlready, description }),
  ).toMatchObject({ words: 'One link is cut.' })
  expect(deedOf({ holds: 'stroke' }, letting, known)).toHaveProperty('refusal')
})

test('two lines cross, or only come near each other', () => {
  const bent = [
    { x: 0, y: 0 },
    { x: 10, y: 10 },
    { x: 20, y: 0 },
  ]
  const at = (y: number) => [
    { x: -5, y },
    { x: 25, y },
  ]
  expect(crosses(bent, at(5))).toBe(true)
  expect(crosses(bent, at(11))).toBe(false)
  expect(crosses(bent.slice(0, 1), at(5))).toBe(false)
})
