/** The open panel in the address. */
import { expect, it } from 'vitest'
import { readPanel, writePanel } from './panelAddress.ts'

it('opens the panel that the address names, and none that there is not', () => {
  expect(readPanel('?panel=console')).toBe('console')
  expect(readPanel('?lesson=x&panel=rows')).toBe('rows')
  expect([readPanel(''), readPanel('?panel=sql'), readPanel('?panel=toString')]).toEqual([
    null,
    null,
    null,
  ])
})

it('follows the panel and leaves the rest of the query as it is', () => {
  expect(writePanel('', 'console')).toBe('?panel=console')
  expect(writePanel('?lesson=x&panel=why', null)).toBe('?lesson=x')
  expect(writePanel('?panel=why', null)).toBe('')
})
