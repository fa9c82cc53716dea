/** The axis: each stretch of the pace with its speed, and ticks at round instants. */
import { useMemo } from 'react'
import type { PaceBand } from '../store/paceAxis.ts'
import { timelineStore } from '../store/timelineStore.ts'
import { speedWord } from '../widgets/formatSpeed.ts'
import { axisTicks } from './axisScale.ts'
import styles from './Timeline.module.css'

const letterPixels = 6.4

/** The fullest wording that fits between the ends of a band. */
function bandWord({ speed }: PaceBand, pixels: number): string {
  const choices =
    speed === null ? ['before the story', 'before'] : [`${speedWord(speed)} ${speed}×`, `${speed}×`]
  return choices.find(text => text.length * letterPixels + 10 <= pixels) ?? ''
}

/** Under its tick, but not over the end of the axis, where a phone ends too. */
function labelAt(x: number, label: string, width: number): number {
  return Math.min(x, width + 3 - (label.length * letterPixels) / 2)
}

export function PaceBands({ width }: { width: number }) {
  const bands = timelineStore(state => state.bands)
  const ticks = useMemo(() => axisTicks(bands, width), [bands, width])
  return (
    <svg className={styles.pace} width={width} height={32} aria-hidden="true">
      {bands.map((band, index) => (
        <Band key={band.from} band={band} width={width} isEven={index % 2 === 0} />
      ))}
      {ticks.map(({ at, x, label }) => (
        <g key={at}>
          <line x1={x} x2={x} y1={15} y2={19} />
          <text x={labelAt(x, label, width)} y={29} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
    </svg>
  )
}

function Band({ band, width, isEven }: { band: PaceBand; width: number; isEven: boolean }) {
  const x = band.start * width
  const pixels = (band.end - band.start) * width
  return (
    <g>
      <rect
        x={x + 1}
        y={1}
        width={Math.max(0, pixels - 2)}
        height={14}
        rx={3}
        fill={isEven ? 'var(--raise)' : 'var(--line)'}
        fillOpacity={isEven ? 1 : 0.55}
      />
      <text className={styles.speed} x={x + pixels / 2} y={12} textAnchor="middle">
        {bandWord(band, pixels)}
      </text>
    </g>
  )
}
