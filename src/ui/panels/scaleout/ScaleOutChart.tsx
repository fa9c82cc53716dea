/** The curve: commits against writers, one line for each share of common rows. */
import { useMemo } from 'react'
import type { ScaleOutPoint } from '../../../engine/contract/scaleOut.ts'
import { formatShare } from '../../../words/formatNumbers.ts'
import { useWidth } from '../../widgets/useWidth.ts'
import { commitsPerSecond, formatTimes, timesBaseline } from './figures.ts'
import { shares, writers } from './measure.ts'
import styles from './ScaleOut.module.css'
import { type Curve, type ScaleOutShapes, scaleOutShapes } from './scaleOutShapes.ts'
import { scaleOutStore } from './scaleOutStore.ts'

const height = 260

export function ScaleOutChart() {
  const points = scaleOutStore(state => state.points)
  const [place, width] = useWidth<HTMLElement>()
  const shapes = useMemo(
    () => scaleOutShapes(points, writers, shares, { width, height }),
    [points, width],
  )
  return (
    <figure ref={place} className={styles.chart}>
      <figcaption>
        Commits a second, as a multiple of a single master’s (1 ×, dashed), by number of writers. A
        line for each share of accesses to common rows; dotted: as many times as there are writers.
      </figcaption>
      <svg width={width} height={height} role="img" aria-label={told(points)}>
        <Axes {...shapes} />
        {shapes.curves.map((curve, index) => (
          <Line key={curve.share} curve={curve} index={index} points={points} />
        ))}
      </svg>
    </figure>
  )
}

/** For those who do not see it: the ends of the lines. */
function told(points: readonly ScaleOutPoint[]): string {
  const most = writers.at(-1)
  const ends = points.filter(point => point.placement === 'common' && point.writers === most)
  const words = ends.map(
    point => `${formatShare(point.share)} common: ${formatTimes(timesBaseline(points, point))}`,
  )
  if (words.length === 0) return 'Nothing is measured yet.'
  return `With ${most} writers, as a multiple of a single master: ${words.join(', ')}`
}

function Axes({ ticks, writers, ideal, baseline, left, right, foot }: ScaleOutShapes) {
  return (
    <>
      {ticks.map(({ times, y }) => (
        <g key={times}>
          <line className={styles.grid} x1={left} x2={right} y1={y} y2={y} />
          <text x={left - 6} y={y + 4} textAnchor="end">
            {times} ×
          </text>
        </g>
      ))}
      {writers.map(({ count, x }) => (
        <text key={count} x={x} y={foot + 18} textAnchor="middle">
          {count === 1 ? '1 writer' : count}
        </text>
      ))}
      <path className={styles.ideal} d={ideal} />
      <line className={styles.baseline} x1={left} x2={right} y1={baseline} y2={baseline} />
    </>
  )
}

interface LineProps {
  curve: Curve
  index: number
  points: readonly ScaleOutPoint[]
}

/** A dot chooses its share, for those who point; the choice stands below for all. */
function Line({ curve, index, points }: LineProps) {
  const { share, path, dots, label } = curve
  const isChosen = scaleOutStore(state => state.share === share)
  return (
    <g className={styles.curve} data-line={index} data-chosen={isChosen || undefined}>
      <path d={path} />
      {dots.map(({ x, y, point }) => (
        <circle
          key={point.writers}
          cx={x}
          cy={y}
          r={4}
          onPointerDown={() => scaleOutStore.setState({ share })}
        >
          <title>
            {`${point.writers} writers, ${formatShare(share)} common: ` +
              `${Math.round(commitsPerSecond(point))} commits/s, ` +
              formatTimes(timesBaseline(points, point))}
          </title>
        </circle>
      ))}
      {label !== null && (
        <text x={label.x} y={label.y}>
          {formatShare(share)}
        </text>
      )}
    </g>
  )
}
