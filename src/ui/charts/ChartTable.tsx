/**
 * The charts as a table: a sample of the instants, every shown series a column; each row can be
 * asked what happened there.
 */
import { askWhyPoint } from '../store/askWhy.ts'
import { seek } from '../store/commands.ts'
import { formatInstant } from '../widgets/formatInstant.ts'
import styles from './Charts.module.css'
import type { ChartPoint } from './chartPoints.ts'
import type { Series } from './drawChart.ts'
import { pointSubject } from './pointSubject.ts'

interface Column {
  head: string
  format: (value: number) => string
  value: Series['value']
}

interface ChartTableProps {
  columns: Column[]
  points: ChartPoint[]
  /** What is asked about at a point. */
  lines: (point: ChartPoint) => string[]
}

/** A sample of as many, so that a run of hours is a table too. */
const mostRows = 120

function sampled(points: ChartPoint[]): ChartPoint[] {
  const step = Math.max(1, Math.ceil(points.length / mostRows))
  return points.filter((_, index) => index % step === 0)
}

export function ChartTable({ columns, points, lines }: ChartTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <div className={styles.table} tabIndex={0}>
      <table>
        <caption className="unseen">The charts as numbers</caption>
        <thead>
          <tr>
            <th scope="col">Instant</th>
            {columns.map(({ head }) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {sampled(points).map(point => (
            <tr key={point.at}>
              <th scope="row">
                <button type="button" onClick={() => void seek(Math.round(point.at))}>
                  {formatInstant(point.at)}
                </button>
              </th>
              {columns.map(({ head, format, value }) => {
                const own = value(point)
                return <td key={head}>{own === null ? '–' : format(own)}</td>
              })}
              <td>
                <button
                  type="button"
                  aria-label={`What happened at ${formatInstant(point.at)}?`}
                  onClick={() => void askWhyPoint(pointSubject(point, lines(point)), point.to)}
                >
                  What happened?
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
