/** The doors to other stories. */
import { expect, test } from 'vitest'
import { nextStories } from './nextStories.ts'

const cards = ['a', 'b', 'c', 'd', 'e'].map(name => ({ name, title: name, question: '', tags: [] }))

function names(open: string | undefined): string[] {
  return nextStories(cards, open).map(({ name }) => name)
}

test('the three that follow the open one, and from the last on to the first', () => {
  expect(names('a')).toEqual(['b', 'c', 'd'])
  expect(names('d')).toEqual(['e', 'a', 'b'])
})

test('a story of one’s own is followed by the first', () => {
  expect(names('mine')).toEqual(['a', 'b', 'c'])
  expect(names(undefined)).toEqual(['a', 'b', 'c'])
})
