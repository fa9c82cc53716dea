/** Branches beside each other, by sign and by word. */
import { expect, test } from 'vitest'
import type { BranchSummary } from '../../workers/api.ts'
import { figureColumns } from './branchFigures.ts'

function branch(id: string, change: Partial<NonNullable<BranchSummary['figures']>>): BranchSummary {
  const nothing = { committed: 0, rolledBack: 0, lost: 0, downMicros: 0, cost: null }
  const figures = { ...nothing, ...change }
  return { id, from: null, isPresent: id === 'shown', at: 500_000, figures }
}

function differences(branches: BranchSummary[]): Record<string, string[]> {
  const columns = figureColumns(branches)
  return Object.fromEntries(
    columns.map(({ name, cells }) => [name, cells.map(({ difference }) => difference)]),
  )
}

test('every difference has its sign and its word, and the branch shown has none', () => {
  const other = branch('other', { committed: 112, lost: 1, downMicros: 0, cost: '0.0050' })
  const shown = branch('shown', { committed: 100, lost: 4, downMicros: 2_300_000, cost: '0.0020' })
  expect(differences([other, shown])).toEqual({
    Commits: ['+12 more', ''],
    'Connections lost': ['−3 fewer', ''],
    'Without service': ['−2.3 s shorter', ''],
    Cost: ['+$0.003000 dearer', ''],
  })
})

test('what is nothing everywhere has no column; commits always have one', () => {
  expect(differences([branch('other', {}), branch('shown', {})])).toEqual({
    Commits: ['the same', ''],
  })
})

test('a branch of which nothing is known says so', () => {
  const { figures: _, ...unknown } = branch('other', {})
  expect(figureColumns([unknown, branch('shown', {})])[0]?.cells[0]?.value).toBe('not known')
})
