/** What a press becomes: a press, a drag, a scroll or a menu. */
import { expect, test } from 'vitest'
import { meantBy, movedTo, type Press, pressAt, rested } from './press.ts'

const start = { x: 100, y: 100 }
const near = { x: 105, y: 105 }
const far = { x: 100, y: 130 }
const down = (isFinger: boolean) => pressAt({ holds: 'stroke' }, start, isFinger)

/** It moves there in turn; null once it is given up. */
function along(press: Press | null, ...points: { x: number; y: number }[]): Press | null {
  return points.reduce<Press | null>((its, point) => its && movedTo(its, point), press)
}

test('a mouse that hardly moves presses; one that moves drags at once, there and back', () => {
  expect(meantBy(along(down(false), near)!)).toBe('press')
  const dragged = along(down(false), near, far, start)!
  expect(meantBy(dragged)).toBe('deed')
  expect(dragged.way).toEqual([start, far, start])
})

test('a mouse does not rest, however long it is held', () => {
  expect(meantBy(rested(down(false)))).toBe('press')
})

test('a finger that moves at once scrolls; a short one presses', () => {
  expect(along(down(true), near, far)).toBeNull()
  expect(meantBy(along(down(true), near)!)).toBe('press')
})

test('a finger that has rested drags when it moves, and asks for the menu when it does not', () => {
  const resting = rested(along(down(true), near)!)
  expect(meantBy(along(resting, near)!)).toBe('menu')
  expect(meantBy(along(resting, far)!)).toBe('deed')
  expect(along(resting, far)!.way).toEqual([start, far])
})

test('one that drags already does not rest', () => {
  const moving = along(down(false), far)!
  expect(rested(moving)).toBe(moving)
})
