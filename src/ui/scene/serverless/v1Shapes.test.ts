/** What the stage shows of Serverless v1. */
import { expect, test } from 'vitest'
import type { V1View } from '../../../engine/contract/serverlessV1.ts'
import { exampleCapacity, serverlessFrame } from '../testing/serverlessFrames.ts'
import { exampleV1, v1Capacity } from '../testing/v1Frames.ts'
import type { InstancePlace } from '../layout/layout.ts'
import { capacityDescription } from './capacityDescription.ts'
import { v1Shape } from './v1Shapes.ts'

const place = { centre: { x: 100, y: 100 }, radius: 48 } as InstancePlace
const room = { most: 40, tank: null, hasTankWords: false, words: null }

function shapeOf(changes: Partial<V1View> = {}) {
  return v1Shape(exampleCapacity(v1Capacity(changes)), place, room, 0)!
}

test('a ring for each wait that counts down, the time left of a search, and who blocks it', () => {
  const shape = shapeOf()
  expect(shape.rings.up).toBe('')
  expect(shape.rings.down).not.toBe('')
  expect(shape.search).not.toBe('')
  expect(shape.isBlocked).toBe(true)
})

test('the new instance comes nearer while it is attached, to the middle at the switch', () => {
  const search = { ...exampleV1().search!, attachLeftMicros: 15_000_000 }
  const far = shapeOf({ search }).host!
  const near = shapeOf().host!
  expect(far.x).toBeGreaterThan(near.x)
  expect(shapeOf({ state: 'switching' }).host).toMatchObject({ x: 100, y: 100 })
  expect(shapeOf({ search: null, state: 'running' }).host).toBeNull()
})

test('v2 has none of it', () => {
  expect(v1Shape(exampleCapacity(), place, room, 0)).toBeNull()
})

test('who does not see the picture hears who is in the way', () => {
  const frame = serverlessFrame([v1Capacity()])
  expect(capacityDescription(frame, 'w1')).toContain('blocked by clerk, open transaction')
})
