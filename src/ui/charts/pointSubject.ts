/** The subject of a *why* about a point of a chart: its stretch, and the lines that are meant. */
import type { SubjectId } from '../../engine/contract/ids.ts'
import type { ChartName } from '../store/timelineView.ts'
import type { ChartPoint } from './chartPoints.ts'
import type { Series } from './drawChart.ts'

/** Charts with a line for each instance, application or cause. */
const named: readonly ChartName[] = ['down', 'conflicts', 'lag']

/** The line that stands highest there: what is asked about when a chart has several. */
export function highestOf(series: readonly Series[], point: ChartPoint): Series | undefined {
  const valueOf = (each: Series) => each.value(point) ?? -1
  return series.reduce<Series | undefined>(
    (best, each) => (best === undefined || valueOf(each) > valueOf(best) ? each : best),
    undefined,
  )
}

/** As the engine names it: `lag/r1`, `commits`. */
export function lineAsked(chart: ChartName, series: readonly Series[], point: ChartPoint): string {
  const { of } = highestOf(series, point) ?? {}
  const isNamed = of !== undefined && (named.includes(chart) || chart === 'points')
  if (isNamed) return `${chart}/${of}`
  return chart === 'bill' ? 'cost' : chart
}

export function pointSubject({ from, to }: ChartPoint, lines: readonly string[]): SubjectId {
  return ['point', `${Math.round(from)}-${Math.round(to)}`, ...lines].join(':')
}
