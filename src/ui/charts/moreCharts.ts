/** The further charts as they are drawn: their titles, lines and units. */
import type { ChartSeries, MoreSeries } from '../../workers/api.ts'
import { causeWord } from '../../words/chartWords.ts'
import { formatCount, formatShare, formatTime } from '../../words/formatNumbers.ts'
import type { Series } from './drawChart.ts'

export interface MoreChart {
  name: MoreSeries['chart']
  title: string
  format: (value: number) => string
  series: Series[]
}

const titles: Record<MoreSeries['chart'], string> = {
  down: 'Without service',
  conflicts: 'Conflicts by cause',
  lag: 'Lag',
  points: 'Log ahead of VDL',
}

const formats: Record<MoreSeries['chart'], (value: number) => string> = {
  down: share => formatShare(share * 1_000_000),
  conflicts: formatCount,
  lag: formatTime,
  points: value => `${formatCount(Math.round(value))} LSN`,
}

const strokes: Series['shape'][] = ['solid', 'dashed', 'stepped', 'dotted']

/** The place of a series in the list; every range of a run has the same list. */
export function moreCharts(charts: readonly ChartSeries[]): MoreChart[] {
  const list = charts.find(({ more }) => more !== undefined)?.more ?? []
  const names = [...new Set(list.map(({ chart }) => chart))]
  return names
    .map(name => ({
      name,
      title: titles[name],
      format: formats[name],
      series: list.flatMap(({ chart, name: own }, index) =>
        chart === name ? [seriesAt(index, chart, own)] : [],
      ),
    }))
    .map(chart => ({ ...chart, series: chart.series.map(stroke) }))
}

function seriesAt(index: number, chart: MoreSeries['chart'], own: string): Series {
  const name = chart === 'conflicts' ? causeWord(own) : own
  const line: Series = { name, shape: 'solid', value: ({ more }) => more[index] ?? null }
  // Both lines of the log points are of the one writer.
  return ['written', 'VCL'].includes(own) ? line : { ...line, of: own }
}

/** Told apart by stroke; more than four lines repeat it. */
function stroke(series: Series, index: number): Series {
  return { ...series, shape: strokes[index % strokes.length] ?? 'solid' }
}
