/** The palette finds by few letters, and puts first what one most likely means. */
import { expect, test } from 'vitest'
import { fits, fitting } from './fuzzy.ts'

const names = ['Open: Volume', 'Zone outage: zone a', 'Zone outage: zone c', 'Charts', 'Back home']
const find = (typed: string) => fitting(typed, names, name => name)

test('nothing typed shows all in their order, shorter names first', () => {
  expect(find('')).toHaveLength(names.length)
  expect(find('')[0]).toBe('Charts')
})

test('letters must come in order', () => {
  expect(fits('vol', 'Open: Volume')).not.toBeNull()
  expect(fits('lov', 'Open: Volume')).toBeNull()
})

test('words may be typed in any order', () => {
  expect(find('c zone')[0]).toBe('Zone outage: zone c')
  expect(find('zone c')[0]).toBe('Zone outage: zone c')
})

test('a word as it stands beats letters here and there', () => {
  expect(fitting('cha', ['Crash of a zone', 'Charts'], name => name)[0]).toBe('Charts')
})

test('initials find', () => {
  expect(find('zo a')[0]).toBe('Zone outage: zone a')
  expect(find('bh')).toEqual(['Back home'])
})
