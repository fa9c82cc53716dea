/** Large words never run into each other: the lighter one gives way. */
import { expect, test } from 'vitest'
import { type Word, wordsThatFit } from './wordsThatFit.ts'

const stage = { left: 0, top: 0, right: 500, bottom: 300 }

function word(left: number, top: number, width: number, weight = 12): Word {
  return { box: { left, top, right: left + width, bottom: top + 30 }, weight }
}

test('words apart all stand', () => {
  expect(wordsThatFit([word(0, 0, 100), word(110, 0, 100), word(0, 40, 100)], stage)).toEqual([
    true,
    true,
    true,
  ])
})

test('of two that meet the weightier stands, else the first', () => {
  expect(wordsThatFit([word(0, 0, 100, 11), word(50, 5, 100, 15)], stage)).toEqual([false, true])
  expect(wordsThatFit([word(0, 0, 100), word(50, 5, 100)], stage)).toEqual([true, false])
})

test('a word that gave way makes room for another', () => {
  const three = [word(0, 0, 100, 15), word(80, 0, 100, 12), word(150, 0, 100, 10)]
  expect(wordsThatFit(three, stage)).toEqual([true, false, true])
})

test('a word that would leave the stage is left out', () => {
  expect(wordsThatFit([word(450, 0, 100)], stage)).toEqual([false])
})
