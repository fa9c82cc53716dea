/**
 * I23, I24 · Which level shows which phenomenon, cell by cell, in both editions (reference
 * multi-master 4.1). X = it happens in the script, P = it does not.
 */
import { expect, test } from 'vitest'
import type { Dialect, IsolationLevel } from '../../../contract/sql.ts'
import { play } from '../../../testing/playScript.ts'
import { phenomena } from './phenomena.ts'

const levels: IsolationLevel[] = [
  'read uncommitted',
  'read committed',
  'repeatable read',
  'serializable',
]

type Cells = Record<keyof typeof phenomena, string>

/** In the order of the levels. */
const mysql: Cells = {
  dirtyWrite: 'PPPP',
  abortedRead: 'XPPP',
  intermediateRead: 'XPPP',
  circularFlow: 'XPPP',
  vanishingTransaction: 'XPPP',
  manyPreceders: 'XXPP',
  manyPrecedersWriting: 'XXXP',
  lostUpdate: 'XXXP',
  lostUpdateForUpdate: 'PPPP',
  readSkew: 'XXPP',
  readSkewWriting: 'XXXP',
  writeSkew: 'XXXP',
  predicateWriteSkew: 'XXXP',
}

/** READ UNCOMMITTED runs as READ COMMITTED. */
const postgresql: Cells = {
  dirtyWrite: 'PPPP',
  abortedRead: 'PPPP',
  intermediateRead: 'PPPP',
  circularFlow: 'PPPP',
  vanishingTransaction: 'PPPP',
  manyPreceders: 'XXPP',
  manyPrecedersWriting: 'XXPP',
  lostUpdate: 'XXPP',
  lostUpdateForUpdate: 'PPPP',
  readSkew: 'XXPP',
  readSkewWriting: 'XXPP',
  writeSkew: 'XXXP',
  predicateWriteSkew: 'XXXP',
}

interface Cell {
  rule: string
  dialect: Dialect
  level: IsolationLevel
  phenomenon: keyof typeof phenomena
  name: string
  expected: string
}

function cellsOf(rule: string, dialect: Dialect, cells: Cells): Cell[] {
  return Object.entries(cells).flatMap(([key, line]) => {
    const phenomenon = key as keyof typeof phenomena
    const { name } = phenomena[phenomenon]
    return levels.map((level, at) => ({
      rule,
      dialect,
      level,
      phenomenon,
      name,
      expected: line[at]!,
    }))
  })
}

test.each([
  ...cellsOf('I23', 'mysql-5.6', mysql),
  ...cellsOf('I23', 'mysql-8.0', mysql),
  ...cellsOf('I24', 'postgresql-16', postgresql),
])('$rule $dialect, $level: $name is $expected', ({ dialect, level, phenomenon, expected }) => {
  const { script, isShown } = phenomena[phenomenon]
  const columns = 'id int primary key, value int'
  const played = play({ dialect, level, columns, rows: '(1, 10), (2, 20)', script })
  expect(isShown(played) ? 'X' : 'P').toBe(expected)
})
