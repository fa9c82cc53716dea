/** Counted beside published, one bar each. */
import type { WritePathAnswer } from '../../../engine/contract/writePath.ts'
import { formatCount } from '../../../words/formatNumbers.ts'
import { useWidth } from '../../widgets/useWidth.ts'
import { barShapes } from './barShapes.ts'
import { kindNames } from './figures.ts'
import styles from './WritePath.module.css'

export function Bars({ answer }: { answer: WritePathAnswer }) {
  const [place, width] = useWidth<HTMLElement>()
  const { bars, height, left, barHeight } = barShapes(answer, width)
  const told = bars.map(({ name, ios }) => `${name}: ${short(ios)}`).join('; ')
  return (
    <figure ref={place} className={styles.bars}>
      <figcaption>I/Os at the database node for each transaction</figcaption>
      <svg width={width} height={height} role="img" aria-label={told}>
        {bars.map(({ name, y, ios, end, parts }) => (
          <g key={name} transform={`translate(0 ${y})`}>
            <text x={0} y={14}>
              {name}
            </text>
            {parts === null && (
              <rect className={styles.published} x={left} width={end - left} height={barHeight} />
            )}
            {parts?.map(part => (
              <rect
                key={part.kind}
                data-kind={part.kind}
                x={part.x}
                width={Math.max(0, part.width)}
                height={barHeight}
              >
                <title>{`${kindNames[part.kind]}: ${short(part.ios)}`}</title>
              </rect>
            ))}
            <text className={styles.number} x={end + 6} y={14}>
              {short(ios)}
            </text>
          </g>
        ))}
      </svg>
      <Legend answer={answer} />
    </figure>
  )
}

function Legend({ answer }: { answer: WritePathAnswer }) {
  return (
    <ul className={styles.legend}>
      {answer.mirrored.kinds.map(({ kind }) => (
        <li key={kind} data-kind={kind}>
          {kindNames[kind]}
        </li>
      ))}
    </ul>
  )
}

function short(ios: number): string {
  return formatCount(Math.round(ios * 100) / 100)
}
