/** Where ways to pay cost the same: mean capacity against instances, I/Os against I/O-Optimized. */
import { useMemo } from 'react'
import type { BillAnswer, Usage } from '../../../engine/contract/bill.ts'
import { formatCount } from '../../../words/formatNumbers.ts'
import { say } from '../../../words/say.ts'
import { useWidth } from '../../widgets/useWidth.ts'
import charts from './BillCharts.module.css'
import styles from './BillPanel.module.css'
import { billStore } from './billStore.ts'
import { type BreakEvenShapes, breakEvenShapes } from './breakEvenShapes.ts'

const height = 230

export function BreakEvens({ answer }: { answer: BillAnswer }) {
  const mean = meanOf(answer.usage)
  return (
    <section aria-label="Where they cost the same" className={styles.section}>
      <h3>Where they cost the same</h3>
      <BreakEvenChart answer={answer} mean={mean} />
      {mean !== null && (
        <p>{say({ key: 'bill.breakEven.here', parameters: { acu: mean.toFixed(2) } })}</p>
      )}
      <p>{ioPhrase(answer)}</p>
    </section>
  )
}

/** ACU an instance; null where none is serverless, or nothing has passed. */
function meanOf({ acu, at }: Usage): number | null {
  if (acu === null || at === 0) return null
  return acu.microAcuSeconds / at / acu.instances
}

function ioPhrase({ breakEven, own, prices }: BillAnswer): string {
  const perMillion = prices.find(({ name }) => name === 'billing.ioMillion')?.value ?? 0
  if (breakEven.ioMillions === null || perMillion === 0) {
    return say({ key: 'bill.io.never', parameters: {} })
  }
  const used = own[0].monthBy.io / 1_000_000_000 / perMillion
  const parameters = { millions: breakEven.ioMillions.toFixed(1), used: used.toFixed(1) }
  return say({ key: 'bill.io.breakEven', parameters })
}

function BreakEvenChart({ answer, mean }: { answer: BillAnswer; mean: number | null }) {
  const family = billStore(state => state.family)
  const [place, width] = useWidth<HTMLElement>()
  const { breakEven, prices } = answer
  const hours = prices.find(({ name }) => name === 'billing.hoursPerMonth')?.value ?? 730
  const shapes = useMemo(
    () => breakEvenShapes(breakEven, { family, hours, mean, width, height }),
    [breakEven, family, hours, mean, width],
  )
  return (
    <figure ref={place} className={charts.chart}>
      <figcaption>{say({ key: 'bill.breakEven', parameters: {} })}</figcaption>
      <svg width={width} height={height} role="img" aria-label={told(shapes)}>
        <Axes {...shapes} />
        {shapes.rising.map(({ generation, x, y }) => (
          <g key={generation} className={charts.rising} data-generation={generation}>
            <line x1={shapes.left} y1={shapes.foot} x2={x} y2={y} />
            <text x={x - 6} y={y + 16} textAnchor="end">
              {generation}
            </text>
          </g>
        ))}
        <Levels {...shapes} />
        {shapes.here !== null && (
          <g className={charts.here}>
            <line x1={shapes.here} x2={shapes.here} y1={shapes.top} y2={shapes.foot} />
            <text x={shapes.here + 4} y={shapes.top + 10}>
              here
            </text>
          </g>
        )}
      </svg>
    </figure>
  )
}

function Axes({ acuTicks, dollarTicks, left, right, foot }: BreakEvenShapes) {
  return (
    <>
      {dollarTicks.map(({ dollars, y }) => (
        <g key={dollars}>
          <line className={charts.grid} x1={left} x2={right} y1={y} y2={y} />
          <text x={left - 6} y={y + 4} textAnchor="end">
            ${formatCount(dollars)}
          </text>
        </g>
      ))}
      {acuTicks.map(({ acu, x }) => (
        <text key={acu} x={x} y={foot + 15} textAnchor="middle">
          {acu}
        </text>
      ))}
      <text x={(left + right) / 2} y={foot + 30} textAnchor="middle">
        mean ACU of the month
      </text>
    </>
  )
}

function Levels({ levels, left, right }: BreakEvenShapes) {
  return levels.map(({ class: name, y, crossing }) => (
    <g key={name} className={charts.level}>
      <line x1={left} x2={right} y1={y} y2={y} />
      <text x={left + 4} y={y - 4}>
        {name}
      </text>
      {crossing !== null && (
        <>
          <circle cx={crossing.x} cy={y} r={4} />
          <text x={crossing.x + 7} y={y + 15}>
            {crossing.acu} ACU
          </text>
        </>
      )}
    </g>
  ))
}

/** For those who do not see it. */
function told({ levels }: BreakEvenShapes): string {
  const words = levels.flatMap(({ class: name, crossing }) =>
    crossing === null ? [] : [`${name} costs as much as ${crossing.acu} ACU of Serverless v2`],
  )
  return words.length === 0 ? 'No crossing at these prices.' : words.join('; ')
}
