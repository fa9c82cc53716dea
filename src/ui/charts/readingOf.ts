/** What a chart reads at a point, in words: each of its lines with its value. */
import type { ChartPoint } from './chartPoints.ts'
import type { Series } from './drawChart.ts'

interface Read {
  series: readonly Series[]
  format: (value: number) => string
}

export function readingOf({ series, format }: Read, point: ChartPoint): string {
  return series
    .map(({ name, value }) => {
      const own = value(point)
      return `${name} ${own === null ? '–' : format(own)}`
    })
    .join(', ')
}
