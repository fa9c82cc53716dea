/** Terms in a sentence. */
import { expect, test } from 'vitest'
import { learnTerms } from '../../words/defineTerm.ts'
import { restTerms } from '../../words/restTerms.ts'
import { splitTerms } from './splitTerms.ts'

learnTerms(restTerms)

function termsIn(sentence: string): string[] {
  return splitTerms(sentence).flatMap(({ term }) => term ?? [])
}

test('a sentence keeps every letter', () => {
  const sentence = 'Commits wait: no write quorum, says the VDL of the volume.'
  expect(
    splitTerms(sentence)
      .map(({ text }) => text)
      .join(''),
  ).toBe(sentence)
})

test('the longest term counts, each once, in any case and number', () => {
  expect(termsIn('Write quorums are no read quorum; a write quorum is.')).toEqual([
    'write quorum',
    'read quorum',
  ])
})

test('abbreviations are told by their capitals, everyday words are left alone', () => {
  expect(termsIn('A commit of one copy in this zone is scl for SCL')).toEqual(['SCL'])
})

test('a term learned later is found from then on', () => {
  expect(termsIn('The warp core holds.')).toEqual([])
  learnTerms({ 'warp core': 'It holds.' })
  expect(termsIn('The warp core holds.')).toEqual(['warp core'])
})
