/** The import rules refuse every planted import, and let the sound ones pass. */
import { expect, test } from 'vitest'
import rules from '../.dependency-cruiser.mjs'
import { checkArchitecture } from '../scripts/checkArchitecture.mjs'
import { importMistakes, soundFiles } from './planted/importMistakes.ts'
import { plant } from './planted/plant.ts'

const copied = ['package.json', '.dependency-cruiser.mjs']

test('every planted import is refused by its rule, and nothing else is', () => {
  const planted = Object.fromEntries(importMistakes.map(({ path, text }) => [path, text]))
  const { mistakes } = checkArchitecture(plant({ files: { ...soundFiles, ...planted }, copied }))
  const missed = importMistakes.filter(
    ({ rule, path }) => !mistakes.some((found: string) => found.startsWith(`${rule}: ${path} `)),
  )
  expect(missed).toEqual([])
  const isPlanted = (found: string) => importMistakes.some(({ path }) => found.includes(path))
  expect(mistakes.filter((found: string) => !isPlanted(found))).toEqual([])
})

test('every rule has a planted import, and says what to do instead', () => {
  const proven = new Set(importMistakes.map(({ rule }) => rule))
  expect(rules.forbidden.map(({ name }) => name).filter(name => !proven.has(name))).toEqual([])
  expect(rules.forbidden.filter(({ comment }) => !comment)).toEqual([])
})

test('a run over no file at all looks at no module, which the check refuses', () => {
  const { modules } = checkArchitecture(plant({ files: { 'src/a.txt': '' }, copied }))
  expect(modules).toBe(0)
})
