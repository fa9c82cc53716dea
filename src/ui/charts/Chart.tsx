/** One chart on the timeline's axis: lines told apart by stroke, a rule at what is read. */
import { type ReactNode, useMemo } from 'react'
import { Term } from '../widgets/Term.tsx'
import styles from './Charts.module.css'
import type { ChartPoint } from './chartPoints.ts'
import { type DrawnChart, drawChart, type Series } from './drawChart.ts'

interface ChartProps {
  title: string
  /** The point that is read. */
  here: ChartPoint | undefined
  series: Series[]
  points: ChartPoint[]
  axis: { scale: (at: number) => number; width: number; present: number }
  format: (value: number) => string
  height?: number
  /** Stretches behind the lines, each with its word. */
  children?: ReactNode
}

/** In a lower chart the word at the head stands above it, where no line can be. */
const roomy = 42

export function Chart(props: ChartProps) {
  const { title, here, series, points, axis, format, height = 42 } = props
  const { scale, width, present } = axis
  const drawn = useMemo(
    () => drawChart(points, series, scale, height),
    [points, series, scale, height],
  )
  const head = drawn.y(drawn.top)
  const labelY = height < roomy ? head - 3 : head + 11
  const read = ({ value }: Series) => {
    const read = here === undefined ? null : value(here)
    return read === null ? '–' : format(read)
  }
  return (
    <figure className={styles.chart}>
      <figcaption>
        {title}
        {series.map(each => (
          <Reading key={each.name} series={each} text={read(each)} isAlone={series.length === 1} />
        ))}
      </figcaption>
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={`${title}: ${series.map(each => `${each.name} ${read(each)}`).join(', ')}`}
      >
        {props.children}
        <line className={styles.grid} x1={0} x2={width} y1={drawn.y(0)} y2={drawn.y(0)} />
        {drawn.top > 0 && <line className={styles.grid} x1={0} x2={width} y1={head} y2={head} />}
        <Lines lines={drawn.lines} />
        <line className={styles.rule} x1={present} x2={present} y1={0} y2={height} />
        {drawn.top > 0 && (
          <text className={styles.scale} x={width - 2} y={labelY} textAnchor="end">
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

interface ReadingProps {
  series: Series
  text: string
  isAlone: boolean
}

/** What the rule reads; with several lines also which of them it is. */
function Reading({ series, text, isAlone }: ReadingProps) {
  const { name, shape } = series
  return (
    <span className={styles.reading}>
      {!isAlone && (
        <>
          <svg width={22} height={8} className={styles[shape]} aria-hidden="true">
            <path d="M1 4h20" />
          </svg>
          <Term name={name}>{name}</Term>
        </>
      )}
      <strong>{text}</strong>
    </span>
  )
}
