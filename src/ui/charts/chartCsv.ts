/** All points of all charts as comma-separated values, a line an instant. */
import type { ChartSeries } from '../../workers/api.ts'
import type { ChartPoint } from './chartPoints.ts'

type Value = string | number | null

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function heads(charts: readonly ChartSeries[]): string[] {
  const known = charts.find(({ more }) => more !== undefined)?.more ?? []
  const capacity = charts.find(each => (each.capacity ?? []).length > 0)?.capacity ?? []
  return [
    ...['seconds', 'commits_per_second', 'latency_p50_micros', 'latency_p99_micros'],
    ...capacity.flatMap(({ instance }) => [`${instance}_acu`, `${instance}_need_acu`]),
    ...(charts.some(({ dollars }) => dollars !== undefined) ? ['dollars'] : []),
    ...known.map(({ chart, name }) => `${chart}_${name}`),
  ]
}

/** What is not known is empty. */
export function chartCsv(charts: readonly ChartSeries[], points: readonly ChartPoint[]): string {
  const hasCost = charts.some(({ dollars }) => dollars !== undefined)
  const lines = points.map(point => {
    const values: Value[] = [
      point.at / 1_000_000,
      point.commitsPerSecond,
      point.latencyP50Micros,
      point.latencyP99Micros,
      ...point.capacity.flatMap(({ acu, need }) => [acu, need]),
      ...(hasCost ? [point.dollars] : []),
      ...point.more,
    ]
    return values.map(value => value ?? '').join(',')
  })
  return `${[heads(charts).map(quoted).join(','), ...lines].join('\n')}\n`
}
