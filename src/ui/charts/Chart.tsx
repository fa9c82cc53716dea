/** One chart on the timeline's axis: lines told apart by stroke, a rule at what is read. */
import { useMemo } from 'react'
import styles from './Charts.module.css'
import type { ChartPoint } from './chartPoints.ts'
import { type DrawnChart, drawChart, type Series } from './drawChart.ts'

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
  const drawn = useMemo(() => drawChart(points, series, scale, height), [points, series, scale])
  const head = drawn.y(drawn.top)
  return (
    <figure className={styles.chart}>
      <figcaption>
        {title} <strong>{readout}</strong>
        {series.length > 1 && <Legend series={series} />}
      </figcaption>
      <svg width={width} height={height} role="img" aria-label={`${title}: ${readout}`}>
        <line className={styles.grid} x1={0} x2={width} y1={drawn.y(0)} y2={drawn.y(0)} />
        {drawn.top > 0 && <line className={styles.grid} x1={0} x2={width} y1={head} y2={head} />}
        <Lines lines={drawn.lines} />
        <line className={styles.rule} x1={present} x2={present} y1={0} y2={height} />
        {drawn.top > 0 && (
          <text className={styles.scale} x={width - 2} y={head + 11} textAnchor="end">
            {format(drawn.top)}
          </text>
        )}
      </svg>
    </figure>
  )
}

function Lines({ lines }: { lines: DrawnChart['lines'] }) {
  return lines.map(({ name, shape, path, dots }) => (
    <g key={name} className={styles[shape]}>
      <path d={path} />
      {dots.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r={2.5} />
      ))}
    </g>
  ))
}

function Legend({ series }: { series: Series[] }) {
  return (
    <span className={styles.legend}>
      {series.map(({ name, shape }) => (
        <span key={name}>
          <svg width={22} height={8} className={styles[shape]} aria-hidden="true">
            <path d="M1 4h20" />
          </svg>
          {name}
        </span>
      ))}
    </span>
  )
}
