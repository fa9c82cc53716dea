/** Which locks lie on which gap. */
import { expect, it } from 'vitest'
import { exampleLock } from '../../scene/testing/sqlFrames.ts'
import { gapAtEnd, gapBefore, isOfGapOnly, strengthOf } from './gapLocks.ts'

const lock = (mode: string, key: string, table = 'account') => ({
  ...exampleLock('ann', 0),
  mode,
  key,
  table,
})

it('lie before the row of their key, those on the record alone do not', () => {
  const locks = [
    lock('X, record', 'id 3'),
    lock('X, gap', 'id 3'),
    lock('S, next key', 'id 3'),
    lock('X, insert intention', 'id 3'),
    lock('X, gap', 'id 4'),
    lock('X, gap', 'id 3', 'other'),
  ]
  expect(gapBefore(locks, 'account', 'id 3').map(({ mode }) => mode)).toEqual([
    'X, gap',
    'S, next key',
    'X, insert intention',
  ])
})

it('lie behind the last row where the end of the index is locked', () => {
  const locks = [lock('X, gap', 'id 3'), lock('X, gap', 'above all')]
  expect(gapAtEnd(locks, 'account').map(({ key }) => key)).toEqual(['above all'])
  expect(gapAtEnd(locks, 'other')).toEqual([])
})

it('are told from locks on rows by their mode', () => {
  expect(['X gap', 'X insertIntention', 'X nextKey', 'X'].map(isOfGapOnly)).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(['X, next key', 'X nextKey', 'S'].map(strengthOf)).toEqual(['X', 'X', 'S'])
})
