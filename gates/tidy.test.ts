/** The project is tidy: every file keeps the rules of `gates/tidy`, or stands under its debts. */
import { expect, test } from 'vitest'
import { findMistakes } from './tidy/findMistakes.ts'
import { readProject } from './tidy/readProject.ts'
import type { Mistake } from './tidy/source.ts'
import { technicalDebt } from './tidy/technicalDebt.ts'

const { files, entryTexts } = readProject()
const mistakes = findMistakes(files, entryTexts)

function isOwed({ rule, path }: Mistake): boolean {
  return technicalDebt.some(debt => debt.rule === rule && debt.path === path)
}

test('every file keeps the tidy rules', () => {
  const open = mistakes.filter(mistake => !isOwed(mistake))
  expect(open.map(({ rule, path, message }) => `${path} ${message} [${rule}]`)).toEqual([])
})

test('every technical debt is still owed', () => {
  const paid = technicalDebt.filter(
    debt => !mistakes.some(({ rule, path }) => rule === debt.rule && path === debt.path),
  )
  expect(paid).toEqual([])
})

test('the rules have files to look at', () => {
  expect(Object.keys(files).length).toBeGreaterThan(20)
})
