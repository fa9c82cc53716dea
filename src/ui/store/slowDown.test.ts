/** Slow motion comes before a known mark, goes back for a new one, and ends by itself. */
import { expect, test } from 'vitest'
import { startSlowing, stepSlowing } from './slowDown.ts'

const usual = { speed: '1', isPaced: true } as const

test('it begins a little before a known moment and ends a little after it', () => {
  const slowing = startSlowing(0)
  const marks = [2_000_000]
  expect(stepSlowing(slowing, { ...usual, at: 1_000_000, marks })).toEqual({ do: 'nothing' })
  expect(stepSlowing(slowing, { ...usual, at: 1_980_000, marks })).toEqual({
    do: 'slow',
    speed: '1/25',
    from: null,
  })
  const slow = { speed: '1/25', isPaced: false, marks } as const
  expect(stepSlowing(slowing, { ...slow, at: 2_010_000 })).toEqual({ do: 'nothing' })
  expect(stepSlowing(slowing, { ...slow, at: 2_080_000 })).toEqual({ do: 'restore' })
  expect(stepSlowing(slowing, { ...usual, at: 2_090_000, marks })).toEqual({ do: 'nothing' })
})

test('a moment that has just come is shown again', () => {
  const slowing = startSlowing(0)
  const step = stepSlowing(slowing, { ...usual, at: 2_300_000, marks: [2_000_000] })
  expect(step).toEqual({ do: 'slow', speed: '1/25', from: 1_940_000 })
})

test('moments close together are one', () => {
  const slowing = startSlowing(0)
  const marks = [2_000_000, 2_050_000]
  stepSlowing(slowing, { ...usual, at: 1_990_000, marks })
  expect(slowing.until).toBe(2_110_000)
})

test('what is slow enough stays as it is', () => {
  const step = stepSlowing(startSlowing(0), {
    speed: '1/5000',
    isPaced: true,
    at: 99,
    marks: [100],
  })
  expect(step).toEqual({ do: 'nothing' })
})

test('after a jump back the moments behind count again', () => {
  const slowing = startSlowing(5_000_000)
  const marks = [2_000_000]
  expect(stepSlowing(slowing, { ...usual, at: 1_000_000, marks })).toEqual({ do: 'nothing' })
  expect(stepSlowing(slowing, { ...usual, at: 1_990_000, marks }).do).toBe('slow')
})
