/** What is underlined where a statement went wrong. */
import { expect, it } from 'vitest'
import { wrongRange } from './wrongPlaces.ts'

it.each([
  ['SELEC 1', 0, { from: 0, to: 5 }],
  ['SELECT )', 7, { from: 7, to: 8 }],
  ['SELECT', 99, { from: 5, to: 6 }],
  ['', 0, null],
])('%j at %i is %j', (text, place, range) => expect(wrongRange(text, place)).toEqual(range))
