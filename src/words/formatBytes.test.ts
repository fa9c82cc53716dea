/** Bytes as people read them. */
import { expect, test } from 'vitest'
import { formatBytes } from './formatBytes.ts'

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_440, '1.44 kB'],
  [27_300_000, '27.3 MB'],
  [999_999_999, '1 GB'],
])('%i bytes are %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words)
})
