/** The legend names every sign that moves on the stage, and only those of the cluster at hand. */
import { describe, expect, it, test } from 'vitest'
import { messageLooks } from '../../canvas/messageLook.ts'
import { messagePath } from '../../canvas/messagePath.ts'
import { legendOf, type Mechanisms } from './legendOf.ts'
import { messageSign } from './sign.ts'
import { signPaths } from '../../theme/signPaths.ts'
import { sqlSignPaths } from '../../theme/sqlSignPaths.ts'
import { shapeText } from './shapeText.ts'

const calm = { writers: 0, breathes: false, hasReader: false, hasSql: false }
const clusters: Mechanisms[] = [
  { ...calm, hasReader: true },
  { ...calm, breathes: true },
  { ...calm, writers: 4 },
  { ...calm, hasSql: true },
]

function drawn(has: Mechanisms): string[] {
  return legendOf(has).flatMap(({ signs }) => signs.map(({ paths }) => JSON.stringify(paths)))
}

test('every look of a message is in the legend of some cluster', () => {
  const told = new Set(clusters.flatMap(drawn))
  const nobody = JSON.stringify(messageSign(0, '').paths)
  const missing = messageLooks
    .map((_, look) => look)
    .filter(look => JSON.stringify(messageSign(look, '').paths) !== nobody)
    .filter(look => !told.has(JSON.stringify(messageSign(look, '').paths)))
  expect(missing).toEqual([])
})

test('every sign of disks, pages and patches is in the legend of one writer', () => {
  const told = drawn(calm).join()
  expect(Object.values(signPaths).filter(path => !told.includes(path))).toEqual([])
})

test('every sign of typed SQL is in the legend once somebody has typed, and not before', () => {
  const told = drawn({ ...calm, hasSql: true }).join()
  expect(Object.values(sqlSignPaths).filter(path => !told.includes(path))).toEqual([])
  expect(drawn(calm).join()).not.toContain(sqlSignPaths.waiting)
})

describe('a cluster', () => {
  const titles = (has: Mechanisms) => legendOf(has).map(({ title }) => title)

  it('of one writer explains columns, no lanes, answers or pages', () => {
    expect(titles(calm)).toEqual(['What travels', 'The columns, one a copy', 'What ails a node'])
  })

  it('of several writers explains lanes, answers and pages, no columns', () => {
    expect(titles({ ...calm, writers: 2 })).toEqual([
      'Whose it is, without colour too',
      'What travels',
      'Answers of the copies to a page change',
      'Why a transaction is rolled back',
      'The lanes, one a writer',
      'The pages; pages and rows count from 0',
    ])
  })

  it('that breathes explains that first', () => {
    expect(titles({ ...calm, breathes: true })[0]).toBe('The breathing instance')
  })

  it('with a proxy explains it, with a writer and without', () => {
    expect(titles({ ...calm, hasProxy: true })[0]).toBe('The proxy')
    expect(titles(calm)).not.toContain('The proxy')
  })

  it.each(clusters)('says nothing twice: %o', has => {
    const words = legendOf(has).flatMap(({ signs }) => signs.map(its => its.words))
    expect(new Set(words).size).toBe(words.length)
  })
})

test('an outline is written as a path', () => {
  expect(shapeText(messagePath.record)).toBe('M-8 -5.5h16v11h-16z')
  expect(shapeText(messagePath.diamond)).toBe('M0 -6.5L6.5 0L0 6.5L-6.5 0Z')
})
