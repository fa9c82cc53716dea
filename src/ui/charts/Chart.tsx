/** One chart on the axis of the timeline: lines told apart by their stroke, a rule at what is read. */
import { max } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { useMemo } from 'react'
import styles from './Charts.module.css'
import type { ChartPoint } from './chartPoints.ts'

export interface Series {
  name: string
  shape: 'solid' | 'dashed'
  value: (point: ChartPoint) => number | null
}

interface ChartProps {
  title: string
  readout: string
  series: Series[]
  points: ChartPoint[]
  axis: { scale: (at: number) => number; width: number; present: number }
  format: (value: number) => string
}

const height = 42

export function Chart({ title, readout, series, points, axis, format }: ChartProps) {
  const { scale, width, present } = axis
  const { y, top, lines } = useMemo(() => drawn(points, series, scale), [points, series, scale])
  return (
    <figure className={styles.chart}>
      <figcaption>
        {title} <strong>{readout}</strong>
        {series.length > 1 && <Legend series={series} />}
      </figcaption>
      <svg width={width} height={height} role="img" aria-label={`${title}: ${readout}`}>
        <line className={styles.grid} x1={0} x2={width} y1={y(0)} y2={y(0)} />
        {top > 0 && <line className={styles.grid} x1={0} x2={width} y1={y(top)} y2={y(top)} />}
        {lines.map(({ name, shape, path }) => (
          <path key={name} className={styles[shape]} d={path} />
        ))}
        <line className={styles.rule} x1={present} x2={present} y1={0} y2={height} />
        {top > 0 && (
          <text className={styles.scale} x={width - 2} y={y(top) + 11} textAnchor="end">
            {format(top)}
          </text>
        )}
      </svg>
    </figure>
  )
}

/** Zero at the foot, the next round number above the highest value at the head. */
function drawn(points: ChartPoint[], series: Series[], x: (at: number) => number) {
  const highest = max(series.flatMap(({ value }) => points.map(value)).filter(isNumber)) ?? 0
  const y = scaleLinear([0, highest || 1], [height - 2, 4]).nice(2)
  const lines = series.map(({ name, shape, value }) => {
    const draw = line<ChartPoint>(
      point => x(point.at),
      point => y(value(point) ?? 0),
    ).defined(point => value(point) !== null)
    return { name, shape, path: draw(points) ?? '' }
  })
  return { y, top: highest > 0 ? (y.domain()[1] ?? 0) : 0, lines }
}

function isNumber(value: number | null): value is number {
  return value !== null
}

function Legend({ series }: { series: Series[] }) {
  return (
    <span className={styles.legend}>
      {series.map(({ name, shape }) => (
        <span key={name}>
          <svg width={22} height={8} aria-hidden="true">
            <path className={styles[shape]} d="M1 4h20" />
          </svg>
          {name}
        </span>
      ))}
    </span>
  )
}
