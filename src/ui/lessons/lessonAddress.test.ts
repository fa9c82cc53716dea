/** A lesson in the address, beside whatever else stands there. */
import { expect, test } from 'vitest'
import { readLesson, writeLesson } from './lessonAddress.ts'

test('the name and the step, counted from one', () => {
  expect(readLesson('?lesson=who-wins-a-page&step=2')).toEqual({ name: 'who-wins-a-page', step: 1 })
  expect(readLesson('?lesson=x')).toEqual({ name: 'x', step: null })
  expect(readLesson('?embed')).toBeNull()
})

test.each(['0', '-1', '1.5', 'two', '999', ''])('the step %j is none', text => {
  expect(readLesson(`?lesson=x&step=${text}`)).toEqual({ name: 'x', step: null })
})

test('what else stands there stays, and a lesson that is left goes', () => {
  expect(writeLesson('', { name: 'x', step: 3 })).toBe('?lesson=x&step=4')
  expect(writeLesson('?a=1&lesson=y&step=9', { name: 'x', step: null })).toBe('?a=1&lesson=x')
  expect(writeLesson('?lesson=y&step=9', null)).toBe('')
  expect(writeLesson('?a=1&lesson=y', null)).toBe('?a=1')
})
