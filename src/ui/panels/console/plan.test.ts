/** Dealing steps in another order, and which one comes next. */
import { describe, expect, it } from 'vitest'
import { moveStep, nextOf, placeOf } from './plan.ts'

const steps = [
  { id: 1, session: 'ann', sql: 'BEGIN' },
  { id: 2, session: 'bob', sql: 'BEGIN' },
  { id: 3, session: 'ann', sql: 'COMMIT' },
]

function moved(id: number, to: number): string {
  return moveStep(steps, id, to)
    .map(its => its.id)
    .join(' ')
}

describe('moving a step', () => {
  it.each([
    [3, 0, '3 1 2'],
    [1, 1, '2 1 3'],
    [1, 9, '2 3 1'],
    [2, -4, '2 1 3'],
    [9, 0, '1 2 3'],
  ])('step %i to place %i gives %s', (id, to, order) => expect(moved(id, to)).toBe(order))
})

describe('the next step', () => {
  it('is the first one whose session is free', () => {
    expect(nextOf(steps, new Set())?.id).toBe(1)
    expect(nextOf(steps, new Set(['ann']))?.id).toBe(2)
    expect(nextOf(steps, new Set(['ann', 'bob']))).toBeNull()
  })
})

it('a dragged step lands between the middles of the others', () => {
  expect(placeOf([10, 30, 50], 5)).toBe(0)
  expect(placeOf([10, 30, 50], 31)).toBe(2)
  expect(placeOf([10, 30, 50], 99)).toBe(3)
})
