/** What the first picture knows of lessons is what there is. */
import { expect, test } from 'vitest'
import { lessons } from '../lessons/catalogue.ts'
import { taughtStories } from './taughtStories.ts'

test('each lesson is reached from the stories that it teaches with', () => {
  const pairs = lessons.flatMap(({ name, steps }) => steps.map(({ story }) => [story, name]))
  expect(taughtStories).toEqual(Object.fromEntries(pairs))
})
