/**
 * The two sessions as lanes from left to right, a tick a step: reads are rings, writes squares,
 * commits diamonds; a dashed bar waits, a cross has lost. The line is where it was decided.
 */
import type { NeighbourPlay, PlayedStep } from '../../../engine/contract/neighbour.ts'
import styles from './Neighbours.module.css'
import { playWords } from './playWords.ts'

const left = 44
const stepWidth = 46
const laneY = { ann: 34, bob: 78 } as const

function xOf(tick: number): number {
  return left + tick * stepWidth
}

export function LanePicture({ play }: { play: NeighbourPlay }) {
  const { steps, decidedAt } = play
  const width = xOf(Math.max(...steps.map(({ to }) => to))) + 26
  return (
    <svg
      className={styles.lanes}
      viewBox={`0 0 ${width} 104`}
      role="img"
      aria-label={playWords(play)}
    >
      {decidedAt !== null && <DecisionLine x={xOf(decidedAt)} />}
      {(['ann', 'bob'] as const).map(name => (
        <g key={name}>
          <line x1={left - 12} x2={width - 6} y1={laneY[name]} y2={laneY[name]} />
          <text x={4} y={laneY[name] + 4} className={styles.session}>
            {name}
          </text>
        </g>
      ))}
      {steps.map(step => (
        <Step key={`${step.session} ${step.from}`} step={step} />
      ))}
    </svg>
  )
}

function DecisionLine({ x }: { x: number }) {
  return (
    <g className={styles.decision}>
      <line x1={x} x2={x} y1={6} y2={100} />
      <text x={x} y={101} textAnchor="middle">
        decided
      </text>
    </g>
  )
}

function Step({ step }: { step: PlayedStep }) {
  const { session, from, to, fate } = step
  const y = laneY[session]
  return (
    <g data-fate={fate} className={styles.step}>
      {to > from && <line className={styles.wait} x1={xOf(from)} x2={xOf(to)} y1={y} y2={y} />}
      <text x={xOf(from)} y={y - 13} textAnchor="middle">
        {stepLabel(step)}
      </text>
      <Mark step={step} x={xOf(to)} y={y} />
    </g>
  )
}

function stepLabel({ do: does, row }: PlayedStep): string {
  return row === null ? does : `${does[0]} ${row}`
}

interface MarkProps {
  step: PlayedStep
  x: number
  y: number
}

function Mark({ step: { do: does, fate }, x, y }: MarkProps) {
  if (fate === 'lost') return <path d={`M${x - 6} ${y - 6}l12 12m0 -12l-12 12`} />
  if (fate === 'skipped') return <path d={`M${x - 4} ${y}h8`} />
  if (fate === 'unknown') return <Unknown x={x} y={y} />
  if (does === 'read') return <circle cx={x} cy={y} r={5} />
  if (does === 'write') return <rect x={x - 5} y={y - 5} width={10} height={10} />
  return <path d={`M${x} ${y - 7}l7 7-7 7-7-7z`} />
}

function Unknown({ x, y }: { x: number; y: number }) {
  return (
    <text x={x} y={y + 5} textAnchor="middle" className={styles.unknown}>
      ?
    </text>
  )
}
