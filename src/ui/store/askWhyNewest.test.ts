/** The newest decision that is asked about is of its kind and of its thing. */
import { expect, test } from 'vitest'
import type { Fact } from '../../engine/contract/facts.ts'
import { newestOf } from './askWhyNewest.ts'

const told = [
  { id: 1, at: 1, cause: 0, fact: 'CapacityChanged', parameters: { instance: 'w1' } },
  { id: 2, at: 2, cause: 0, fact: 'PauseBlocked', parameters: { instance: 'w1' } },
  { id: 3, at: 3, cause: 0, fact: 'CapacityChanged', parameters: { instance: 'r1' } },
] as unknown as Fact[]

test('the newest of its kinds, of the thing that is meant', () => {
  expect(newestOf(told, ['CapacityChanged', 'PauseBlocked'], { instance: 'w1' })?.id).toBe(2)
  expect(newestOf(told, ['CapacityChanged'], {})?.id).toBe(3)
  expect(newestOf(told, ['CapacityChanged'], { instance: 'r2' })).toBeUndefined()
})
