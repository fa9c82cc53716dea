/** The three answers on one chart, each scheme with a hue and a shape of dot of its own. */
import { useMemo } from 'react'
import type { DurabilityPoint, DurabilityScheme } from '../../../engine/contract/durability.ts'
import { formatPower, formatSpan } from '../../../words/formatOdds.ts'
import { useWidth } from '../../widgets/useWidth.ts'
import styles from './Durability.module.css'
import {
  type Dot,
  type DurabilityShapes,
  durabilityShapes,
  type SchemeShapes,
} from './durabilityShapes.ts'
import { durabilityStore } from './durabilityStore.ts'
import { formatMeasure } from './formatMeasure.ts'

const height = 300
const narrow = 460

export function DurabilityChart() {
  const { answer, measure, times, asked } = durabilityStore()
  const [place, width] = useWidth<HTMLElement>()
  const here = times[asked]
  const shapes = useMemo(
    () => durabilityShapes(answer?.curves ?? [], { measure, here, width, height }),
    [answer, measure, here, width],
  )
  const unit = measure === 'lost' ? 'Losses a year' : 'Seconds a year'
  return (
    <figure ref={place} className={styles.chart}>
      <figcaption>
        {unit} of one protection group, by powers of ten. The upright line is the time that is set.
      </figcaption>
      <svg width={width} height={height} role="img" aria-label={told(shapes)}>
        <Axes shapes={shapes} isNarrow={width < narrow} />
        {shapes.schemes.map(scheme => (
          <Scheme key={scheme.scheme} {...scheme} />
        ))}
      </svg>
    </figure>
  )
}

/** For those who do not see it: the ends of the lines. */
function told({ schemes }: DurabilityShapes): string {
  const { answer, measure } = durabilityStore.getState()
  if (answer === null || schemes.length === 0) return 'Nothing is reckoned yet.'
  const words = answer.curves.map(({ scheme, points }) => {
    const ends = [points[0]!, points.at(-1)!].map(point => {
      return `${formatMeasure(point[measure].markov, measure)} at ${formatSpan(point.at)}`
    })
    return `${scheme}: ${ends.join(' to ')}`
  })
  return words.join('; ')
}

function Axes({ shapes, isNarrow }: { shapes: DurabilityShapes; isNarrow: boolean }) {
  const { powers, times, here, left, right, top, foot } = shapes
  return (
    <>
      {powers.map(({ exponent, y }) => (
        <g key={exponent}>
          <line className={styles.grid} x1={left} x2={right} y1={y} y2={y} />
          <text x={left - 6} y={y + 4} textAnchor="end">
            {exponent === 0 ? '1' : formatPower(exponent)}
          </text>
        </g>
      ))}
      {times.map(({ at, x }, index) => (
        <g key={at}>
          <line className={styles.grid} x1={x} x2={x} y1={foot} y2={foot + 4} />
          {index % (isNarrow ? 3 : 2) === 0 && (
            <text x={x} y={foot + 19} textAnchor={index === 0 ? 'start' : 'middle'}>
              {formatSpan(at)}
            </text>
          )}
        </g>
      ))}
      {here !== null && <line className={styles.here} x1={here} x2={here} y1={top} y2={foot} />}
    </>
  )
}

function Scheme({ scheme, closed, markov, dots, label }: SchemeShapes) {
  return (
    <g className={styles.scheme} data-scheme={scheme}>
      <path className={styles.markov} d={markov} />
      <path className={styles.closed} d={closed} />
      {dots.map(dot => (
        <Whisker key={dot.point.at} scheme={scheme} {...dot} />
      ))}
      <text x={label.x} y={label.y}>
        {scheme}
      </text>
    </g>
  )
}

function Whisker({ scheme, x, y, top, foot, point }: Dot & { scheme: DurabilityScheme }) {
  return (
    <g className={styles.dot}>
      <path d={`M${x} ${top}V${foot}M${x - 4} ${top}h8M${x - 4} ${foot}h8`} />
      <path className={styles.mark} d={markOf(scheme)} transform={`translate(${x} ${y})`} />
      <title>{titleOf(scheme, point)}</title>
    </g>
  )
}

function markOf(scheme: DurabilityScheme): string {
  if (scheme === '4/6') return 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z'
  return scheme === '2/3' ? 'M-4 -4h8v8h-8Z' : 'M0 -5l5 5l-5 5l-5 -5Z'
}

function titleOf(scheme: DurabilityScheme, point: DurabilityPoint): string {
  const { measure } = durabilityStore.getState()
  const { closed, markov, sampled } = point[measure]
  const write = (value: number) => formatMeasure(value, measure)
  const drawn = sampled === null ? '' : `, histories ${write(sampled.mean)}`
  const both = `formula ${write(closed)}, chain ${write(markov)}`
  return `${scheme} at ${formatSpan(point.at)}: ${both}${drawn}`
}
