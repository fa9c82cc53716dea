/** What a played script says to those who do not see it. */
import { expect, test } from 'vitest'
import { neighbourRules } from '../../../engine/neighbours/neighbourRules.ts'
import { playNeighbours } from '../../../engine/neighbours/playNeighbours.ts'
import { neighbourCards, neighbourScriptWords } from '../../../words/neighbourWords.ts'
import { outcomeWords, playWords } from './playWords.ts'

const plays = playNeighbours()

function outcomes(script: string): string[] {
  return plays.filter(play => play.script === script).map(outcomeWords)
}

test('X1 to X5: each card says who lost, who waited, or that it is not published', () => {
  const waits = 'Both commit. bob waited.'
  const loses = 'bob is rolled back. Nobody waits.'
  expect(outcomes('sameRow')).toEqual([loses, waits, loses, loses, waits, waits, waits])
  expect(outcomes('crossed').slice(0, 2)).toEqual([
    'Both are rolled back. Nobody waits.',
    'bob is rolled back. ann waited.',
  ])
  expect(outcomes('writeSkew').at(-1)).toBe('Not published how this ends.')
})

test('the picture is told step by step', () => {
  const play = plays.find(its => its.neighbour === 'singleMaster' && its.script === 'sameRow')!
  expect(playWords(play)).toBe(
    'ann changes row 1; bob waits, then changes row 1; ann commits; bob commits',
  )
})

test('every rule has a card and every script its words', () => {
  expect(neighbourCards.map(({ id }) => id)).toEqual(neighbourRules.map(({ id }) => id))
  expect(Object.keys(neighbourScriptWords)).toEqual([...new Set(plays.map(its => its.script))])
})
