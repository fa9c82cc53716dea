/** What one looks into, in the address. */
import { expect, test } from 'vitest'
import { readInside, writeInside } from './insideAddress.ts'

const subjects = ['copy:pg1/a1', 'page:12', 'transaction:345@1200000', 'transaction:7']

test.each(subjects)('%s comes back as it was, beside what else stands there', subject => {
  const search = writeInside('?panel=why', subject)
  expect(search).toMatch(/^\?panel=why&inside=[\w.]+$/)
  expect(readInside(search)).toBe(subject)
  expect(writeInside(search, null)).toBe('?panel=why')
})

test.each(['', '?inside=', '?inside=copy.pg1', '?inside=page.x', '?inside=node.a1'])(
  'nothing is named by "%s"',
  search => expect(readInside(search)).toBeNull(),
)

test('without anything the query is empty', () => {
  expect(writeInside('?inside=page.1', null)).toBe('')
})
