/** Of capacity, too, nothing later than the question is drawn: not even what would be needed. */
import { expect, test } from 'vitest'
import type { TimelineSummary } from '../../workers/api.ts'
import { withholdTimeline } from './withholding.ts'

test('needed capacity is kept back like the capacity that there is', () => {
  const three = [1, 2, 3]
  const summary: TimelineSummary = {
    marks: [],
    branches: [],
    chart: {
      from: 0,
      binMicros: 5,
      commitsPerSecond: three,
      latencyP50Micros: three,
      latencyP99Micros: three,
      capacity: [{ instance: 'w1', acu: three, need: three }],
    },
  }
  const { capacity } = withholdTimeline(summary, 10).chart
  expect(capacity).toEqual([{ instance: 'w1', acu: [1, 2, null], need: [1, 2, null] }])
})
