/** The keys of the page. */
import { expect, test } from 'vitest'
import { actionOf, keyMap } from './keyMap.ts'

test('no key does two things', () => {
  const keys = keyMap.flatMap(binding => binding.keys)
  expect(new Set(keys).size).toBe(keys.length)
})

test('letters count in either case; home has two keys', () => {
  expect(actionOf('L')).toBe('lock')
  expect([actionOf('Home'), actionOf('0')]).toEqual(['home', 'home'])
  expect(actionOf('F5')).toBeNull()
})
