/** The curve to draw on: by pointer or finger, or with the arrow keys. */
import type { Micros } from '../../../engine/contract/units.ts'
import { formatCount } from '../../../words/formatNumbers.ts'
import { useWidth } from '../../widgets/useWidth.ts'
import styles from './CurvePanel.module.css'
import { clockOf, curveShapes, type Plot, placeOf, plotOf } from './curveShapes.ts'
import { parts } from './drawnCurve.ts'
import { type Stroke, useStroke } from './useStroke.ts'

interface DrawingProps {
  name: string
  unit: 'ACU' | 'tps'
  levels: readonly number[]
  span: Micros
  /** The level at the top. */
  most: number
  now: Micros
  isLocked: boolean
  give(levels: readonly number[]): Promise<unknown>
}

export function Drawing(props: DrawingProps) {
  const { name, unit, levels: shown, span, most, now, isLocked, give } = props
  const [place, width] = useWidth<HTMLElement>()
  const plot = plotOf(width)
  const stroke = useStroke({ shown, most, plot, isLocked, give })
  const shapes = curveShapes(stroke.levels, span, most, plot)
  return (
    <figure ref={place} className={styles.drawing} data-locked={isLocked || undefined}>
      <div
        className={styles.field}
        role="slider"
        tabIndex={0}
        aria-label={`Curve of ${name}: left and right choose the time, up and down the level`}
        aria-valuemin={0}
        aria-valuemax={most}
        aria-valuenow={stroke.levels[stroke.cursor]}
        aria-valuetext={told(stroke, span, unit)}
        aria-disabled={isLocked}
        onPointerDown={stroke.onPointerDown}
        onPointerMove={stroke.onPointerMove}
        onPointerUp={stroke.onPointerUp}
        onPointerCancel={stroke.onPointerUp}
        onKeyDown={stroke.onKeyDown}
      >
        <svg width={plot.width} height={plot.height} aria-hidden="true">
          <Axes {...shapes} plot={plot} unit={unit} />
          <path className={styles.filled} d={shapes.filled} />
          <path className={styles.line} d={shapes.path} />
          <NowLine share={now / span} plot={plot} />
          <Cursor stroke={stroke} most={most} plot={plot} />
        </svg>
      </div>
      <figcaption aria-hidden="true">{told(stroke, span, unit)}</figcaption>
    </figure>
  )
}

function told({ levels, cursor }: Stroke, span: Micros, unit: string): string {
  return `${clockOf((span * cursor) / parts, span)}: ${formatCount(levels[cursor] ?? 0)} ${unit}`
}

type AxesProps = Pick<ReturnType<typeof curveShapes>, 'levels' | 'times'> & {
  plot: Plot
  unit: string
}

function Axes({ levels, times, plot, unit }: AxesProps) {
  const { left, right, foot } = plot
  return (
    <>
      {levels.map(({ level, y }, index) => (
        <g key={level}>
          <line className={styles.grid} x1={left} x2={right} y1={y} y2={y} />
          <text x={left - 6} y={y + 4} textAnchor="end">
            {index === levels.length - 1 ? unit : formatCount(level)}
          </text>
        </g>
      ))}
      {times.map(({ words, x }, index) => (
        <text key={words} x={x} y={foot + 16} textAnchor={anchorOf(index, times.length)}>
          {words}
        </text>
      ))}
    </>
  )
}

function anchorOf(index: number, count: number): 'start' | 'middle' | 'end' {
  if (index === 0) return 'start'
  return index === count - 1 ? 'end' : 'middle'
}

/** Where the run is; nowhere once it is past a curve that does not begin again. */
function NowLine({ share, plot }: { share: number; plot: Plot }) {
  if (share > 1) return null
  const x = plot.left + (plot.right - plot.left) * share
  return <line className={styles.now} x1={x} x2={x} y1={plot.top - 6} y2={plot.foot} />
}

function Cursor({ stroke, most, plot }: { stroke: Stroke; most: number; plot: Plot }) {
  const level = stroke.levels[stroke.cursor] ?? 0
  const { x, y } = placeOf({ part: stroke.cursor, level }, most, plot)
  return <circle className={styles.cursor} cx={x} cy={y} r={5} />
}
