/** Cost against those who wait, a dot a choice; a dot chooses its range. */
import { useMemo } from 'react'
import type { RangeRow } from '../../../engine/contract/whichRange.ts'
import { formatDollars } from '../../../words/formatDollars.ts'
import { formatShare } from '../../../words/formatNumbers.ts'
import { say } from '../../../words/say.ts'
import { useWidth } from '../../widgets/useWidth.ts'
import { bestRanges, keyOf, missedPpm, nameOf } from './figures.ts'
import { rangeChosen } from './play.ts'
import { type RangeDot, type RangeShapes, rangeShapes } from './rangeShapes.ts'
import { rangeStore } from './rangeStore.ts'
import styles from './WhichRange.module.css'

const height = 280

export function RangeChart() {
  const rows = rangeStore(state => state.rows)
  return rows.length > 2 ? <Chart rows={rows} /> : null
}

function Chart({ rows }: { rows: readonly RangeRow[] }) {
  const [place, width] = useWidth<HTMLElement>()
  const shapes = useMemo(() => rangeShapes(rows, { width, height }), [rows, width])
  return (
    <figure ref={place} className={styles.chart}>
      <figcaption>{say({ key: 'whichRange.chart', parameters: {} })}</figcaption>
      <svg width={width} height={height} role="img" aria-label={told(rows)}>
        <Axes {...shapes} />
        <path className={styles.frontier} d={shapes.frontier} />
        {shapes.dots.map(dot => (
          <Dot key={dot.key} dot={dot} />
        ))}
      </svg>
    </figure>
  )
}

/** For those who do not see it: the ranges that nothing beats. */
function told(rows: readonly RangeRow[]): string {
  const best = bestRanges(rows).map(row => `${nameOf(row.choice)}, ${wordsOf(row)}`)
  return `Ranges than which none is cheaper without being later: ${best.join('; ')}`
}

function wordsOf(row: RangeRow): string {
  const missed = formatShare(Math.round(missedPpm(row)))
  return `${formatDollars(row.cost.total)}, ${missed} late or refused`
}

function Axes({ dollars, missed, left, right, foot }: RangeShapes) {
  return (
    <>
      {missed.map(({ ppm, y }) => (
        <g key={ppm}>
          <line className={styles.grid} x1={left} x2={right} y1={y} y2={y} />
          <text x={left - 6} y={y + 4} textAnchor="end">
            {formatShare(ppm)}
          </text>
        </g>
      ))}
      {dollars.map(({ value, x }) => (
        <text key={value} x={x} y={foot + 17} textAnchor="middle">
          ${value}
        </text>
      ))}
      <text x={right} y={foot + 33} textAnchor="end">
        for the day
      </text>
    </>
  )
}

function Dot({ dot }: { dot: RangeDot }) {
  const { row, x, y, isFixed, isBest, label } = dot
  const isChosen = rangeStore(state => keyOf(rangeChosen(state)) === dot.key)
  const { choice } = row
  const choose = () => {
    if (choice.kind === 'range') rangeStore.setState({ min: choice.min, max: choice.max })
  }
  return (
    <g
      className={styles.dot}
      data-fixed={isFixed || undefined}
      data-best={isBest || undefined}
      onPointerDown={choose}
    >
      {isChosen && <circle className={styles.ring} cx={x} cy={y} r={9} />}
      {isFixed ? (
        <rect x={x - 5} y={y - 5} width={10} height={10} />
      ) : (
        <circle cx={x} cy={y} r={5} />
      )}
      {label !== null && (
        <text x={label.x} y={label.y} textAnchor={label.anchor}>
          {label.text}
        </text>
      )}
      <title>{`${nameOf(choice)}: ${wordsOf(row)}`}</title>
    </g>
  )
}
