/** LIKE agrees with the regular expression that its pattern means. */
import { expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { isLike } from './isLike.ts'

const letters = fc.constantFrom('a', 'b', '%', '_', '\\', '.', '*')
const texts = fc.string({ unit: letters, maxLength: 8 })

function meant(pattern: string): RegExp {
  const parts = pattern.match(/\\.|./gs) ?? []
  const sources = parts.map(part => {
    if (part === '%') return '[^]*'
    return part === '_' ? '[^]' : `\\u{${part.at(-1)!.codePointAt(0)!.toString(16)}}`
  })
  return new RegExp(`^${sources.join('')}$`, 'u')
}

const whole = (pattern: string) => !/(^|[^\\])(\\\\)*\\$/.test(pattern)

test.prop([texts, texts.filter(whole)], { numRuns: 1000 })(
  'a text is like a pattern exactly if it matches',
  (text, pattern) => {
    expect(isLike(text, pattern, '\\')).toBe(meant(pattern).test(text))
  },
)

test('a pattern that ends with its escape is wrong only where the text goes on', () => {
  expect(isLike('abc', 'abc\\', '\\')).toBe(false)
  expect(isLike('abcd', 'abc\\', '\\')).toBe(null)
  expect(isLike('a%', 'a!%', '!')).toBe(true)
  expect(isLike('a\\b', 'a\\b', '')).toBe(true)
})

test('many signs for any text cost no more than text times pattern', () => {
  expect(isLike('a'.repeat(5_000), `${'%a'.repeat(200)}b`, '\\')).toBe(false)
})
