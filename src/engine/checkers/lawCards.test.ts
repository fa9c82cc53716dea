/** Every law says what it is, and nothing is said of laws that there are not. */
import { expect, test } from 'vitest'
import { everything } from '../wings/everything.ts'
import { laws } from './catalogue.ts'
import { lawCards } from './lawCards.ts'

test('every law has a card, and every card a law', () => {
  const known = [
    ...laws,
    ...[...everything.wings, ...(everything.late ?? [])].flatMap(wing => wing.laws),
  ].map(({ id }) => id)
  expect(lawCards.map(({ id }) => id).sort()).toEqual([...new Set(known)].sort())
})

test.each(lawCards)('$id is told in words of its own', ({ title }) => {
  expect(title).toMatch(/^[A-Z].* /)
})
