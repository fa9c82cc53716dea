/** Every law of the catalogue says what it is, and nothing is said of laws that there are not. */
import { expect, test } from 'vitest'
import { lawCards } from './lawCards.ts'

test.each(lawCards)('$id is told in words of its own', ({ id, title }) => {
  expect(title).not.toBe(id)
  expect(title).toMatch(/^[A-Z].* /)
})
