/** What the stage shows of Serverless v1. */
import { expect, test } from 'vitest'
import type { V1View } from '../../../engine/contract/serverlessV1.ts'
import { exampleCapacity, serverlessFrame } from '../testing/serverlessFrames.ts'
import { exampleV1, v1Capacity } from '../testing/v1Frames.ts'
import { capacityDescription } from './capacityDescription.ts'
import { type V1Room, v1Shape } from './v1Shapes.ts'

const box = { x: 0, y: 0, width: 340, height: 400 }
const header = { ...box, height: 32 }
const zone = { id: 'az-b', box, header, row: box, storage: box }
const words = { ...box, x: 180 }
const room = { most: 60, words }
const around = { place: { centre: { x: 100, y: 140 } }, room, zone, isEmpty: false }

function shapeOf(changes: Partial<V1View> = {}, more: Partial<V1Room> = {}) {
  return v1Shape(exampleCapacity(v1Capacity(changes)), { ...around, ...more }, 0)!
}

test('a ring for each wait that counts down, the time left of a search, and who blocks it', () => {
  const shape = shapeOf()
  expect(shape.rings.map(({ step, arc }) => [step, arc !== ''])).toEqual([
    ['up', false],
    ['down', true],
  ])
  expect(shape.search).not.toBe('')
  expect(shape.isBlocked).toBe(true)
})

test('with words at its left the rings are one in the other, and only those that count', () => {
  const rings = shapeOf({}, { room: { most: 20, words: box } }).rings
  expect(rings.map(({ step, mark }) => [step, mark])).toEqual([['down', '']])
})

test('the new instance comes from the pool while it is attached, larger at the switch', () => {
  const search = { ...exampleV1().search!, attachLeftMicros: 15_000_000 }
  const far = shapeOf({ search }).host!
  const near = shapeOf().host!
  expect(far.x).toBeGreaterThan(near.x)
  expect(far.y).toBeLessThan(near.y)
  expect(shapeOf({ state: 'switching' }).host!.size).toBeGreaterThan(near.size)
  expect(shapeOf({ search: null, state: 'running' }).host).toBeNull()
})

test('the arrows of the routers point at the new instance at the switch', () => {
  const rests = shapeOf({ state: 'running', search: null }).fleet
  expect(rests.routers).toHaveLength(3)
  expect(rests.arrows).toContain('L100 78')
  const moved = shapeOf({ state: 'switching' }).fleet
  expect(moved.arrows).not.toBe(rests.arrows)
  expect(shapeOf({ state: 'paused', search: null }).fleet.arrows).toBe('')
  const wakes = shapeOf({ state: 'resuming', search: null }).fleet
  expect(wakes).toMatchObject({ arrows: '', gate: expect.stringContaining('H') })
})

test('the pool lacks the host that is on its way, and all while a zone has no capacity', () => {
  const there = (its: ReturnType<typeof shapeOf>) =>
    its.fleet.pool?.hosts.filter(({ isThere }) => isThere).length
  expect(there(shapeOf({ search: null, state: 'running' }))).toBe(3)
  expect(there(shapeOf())).toBe(2)
  const empty = shapeOf({}, { isEmpty: true })
  const search = { ...exampleV1().search!, attachLeftMicros: 15_000_000, isPoolEmpty: true }
  expect(shapeOf({ search }, { isEmpty: true }).host).toBeNull()
  expect(there(empty)).toBe(0)
  expect(empty.fleet.labels.map(({ text }) => text)).toContain('no hosts')
  expect(there(shapeOf({ search: null, state: 'recreating' }))).toBeUndefined()
})

test('v2 has none of it', () => {
  expect(v1Shape(exampleCapacity(), around, 0)).toBeNull()
})

test('who does not see the picture hears who is in the way', () => {
  const frame = serverlessFrame([v1Capacity()])
  expect(capacityDescription(frame, 'w1')).toContain('blocked by clerk, open transaction')
})
