/** Why no election: the stories that show it exist, under the titles that stand there. M17. */
import { expect, test } from 'vitest'
import { scenarios } from '../engine/scenarios/catalogue.ts'
import { electionRows, knowledgeSentences } from './knowledgeWords.ts'
import { learnSentences, say } from './say.ts'

test('M17: each story of the card leads to a story of that title', () => {
  const stories = electionRows.flatMap(({ story }) => story ?? [])
  expect(stories.length).toBeGreaterThan(2)
  for (const { name, title } of stories) expect(scenarios[name]?.title).toBe(title)
})

test('M17: every sentence of an actor says what it can say, with all its numbers', () => {
  learnSentences(knowledgeSentences)
  const lists = { silent: ['node-c1', 'node-c2'], suspected: ['node-c1'], lost: 'w1' }
  const counts = { answering: 4, copies: 6, needed: 4, yes: 2, no: 1, page: 3, base: 7 }
  const parameters = { actor: 'w1', vdl: '849', ...lists, ...counts }
  for (const key of Object.keys(knowledgeSentences)) {
    expect(say({ key, parameters }), key).not.toMatch(/[{}?~|]/)
  }
  expect(say({ key: 'known.caption.silent', parameters })).toBe(
    'As w1 knows it: no answer from node c1 and node c2, silent, not failed. ' +
      'Four of six answer; four are enough.',
  )
})
