/** Commits and latency of both as lines on one axis: solid this run, dashed the other. */
import { scaleLinear } from 'd3-scale'
import { useMemo } from 'react'
import { compareWords } from '../../words/compareWords.ts'
import { formatCount, formatTime } from '../../words/formatNumbers.ts'
import { Chart } from '../charts/Chart.tsx'
import { nearestPoint } from '../charts/chartPoints.ts'
import type { Engine } from '../store/engineStore.ts'
import { useAsked } from '../store/useAsked.ts'
import { useWidth } from '../widgets/useWidth.ts'
import { type BothPoints, joinPoints, valueOf } from './bothPoints.ts'
import styles from './ComparePanel.module.css'
import { compareStore } from './compareStore.ts'

const bins = 100

export function BothCharts() {
  const { wish, stage, isLate } = compareStore()
  const both = useAsked(`${wish} ${stage} ${isLate}`, askBoth)
  const [element, width] = useWidth<HTMLElement>()
  return (
    <section ref={element} aria-label="Charts of both" className={styles.charts}>
      {both !== null && <Pictures both={both} width={width} />}
    </section>
  )
}

const plans = [
  { title: 'Commits per second', value: 0, format: formatRate },
  { title: 'Commit latency, p99', value: 1, format: formatTime },
  { title: 'Cost so far', value: 2, format: (dollars: number) => `$${dollars.toPrecision(3)}` },
] as const

function Pictures({ both, width }: { both: BothPoints; width: number }) {
  const { to, points } = both
  const scale = useMemo(() => scaleLinear([0, Math.max(1, to)], [0, width]), [to, width])
  const axis = { scale, width, present: width }
  const here = nearestPoint(points, to, scale)
  return plans.map(({ title, value, format }) => (
    <Chart
      key={title}
      {...{ title, here, points, axis, format }}
      series={[
        { name: compareWords.here, shape: 'solid', value: point => valueOf(point, 'here', value) },
        {
          name: compareWords.there,
          shape: 'dashed',
          value: point => valueOf(point, 'there', value),
        },
      ]}
    />
  ))
}

function formatRate(value: number): string {
  return formatCount(value >= 10 ? Math.round(value) : Number(value.toFixed(1)))
}

async function askBoth(engine: Engine): Promise<BothPoints> {
  const { engine: other, stage, isLate, frame } = compareStore.getState()
  if (other === null || frame === null || stage !== 'open' || isLate) throw new Error('not yet')
  const range = { from: 0, to: Math.max(1, frame.at), bins }
  const [here, there] = await Promise.all([engine.timeline(range), other.timeline(range)])
  return { to: range.to, points: joinPoints(here.chart, there.chart, range.to) }
}
