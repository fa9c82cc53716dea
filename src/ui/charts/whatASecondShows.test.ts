/** The speed in what one sees pass, from slow motion to days in a second. */
import { expect, test } from 'vitest'
import { whatASecondShows } from './whatASecondShows.ts'

test.each([
  ['1/1500', 'A second shows 667 µs: a second of the run takes 25 min.'],
  ['1', 'A second shows 1 s of the run.'],
  ['1000', 'A second shows 16 min 40 s of the run.'],
  ['max', 'As much as the machine can compute passes in a second.'],
])('%s', (speed, words) => {
  expect(whatASecondShows(speed)).toBe(words)
})
