/** The doors to other stories. */
import { expect, test } from 'vitest'
import { nextStories } from './nextStories.ts'

function cardsOf(list: string[]) {
  return list.map(name => ({ name, title: name, question: '', tags: [] }))
}

const cards = cardsOf(['a', 'b', 'c', 'd', 'e'])

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

test('the loss of a writer leads from one writer to two, and on to the price', () => {
  const stories = cardsOf(['promote-a-replica', 'who-wins-a-page', 'writer-down-others-go-on', 'x'])
  expect(nextStories(stories, 'promote-a-replica')[0]).toEqual({
    name: 'writer-down-others-go-on',
    words: 'The same loss with two writers',
  })
  expect(nextStories(stories, 'writer-down-others-go-on').map(({ words }) => words)).toEqual([
    'And the price?',
    'The same loss with one writer and a reader',
    'x',
  ])
})
