/**
 * What a serverless instance had and what it needed, with its stretches of hold and sleep, and
 * below it what the cluster has cost, on the axis of the timeline.
 */
import { useMemo } from 'react'
import type { InstanceId } from '../../engine/contract/ids.ts'
import type { ChartSeries } from '../../workers/api.ts'
import { Askable } from './Askable.tsx'
import { Chart } from './Chart.tsx'
import type { ChartPoint } from './chartPoints.ts'
import type { Series } from './drawChart.ts'
import { phaseBands } from './phaseBands.ts'
import { PhaseBandsArt } from './PhaseBandsArt.tsx'
import { readingOf } from './readingOf.ts'

interface CapacityChartsProps {
  charts: ChartSeries[]
  horizon: number
  here: ChartPoint | undefined
  points: ChartPoint[]
  axis: { scale: (at: number) => number; width: number; present: number }
  isShown: (name: 'capacity' | 'cost' | 'bill') => boolean
}

const costSeries: Series[] = [{ name: 'cost', shape: 'solid', value: point => point.dollars }]

const capacityHeight = 54
const costHeight = 20

function capacitySeries(index: number): Series[] {
  return [
    { name: 'has', shape: 'stepped', value: ({ capacity }) => capacity[index]?.acu ?? null },
    { name: 'needs', shape: 'dashed', value: ({ capacity }) => capacity[index]?.need ?? null },
  ]
}

function formatAcuUnit(value: number): string {
  return `${Number(value.toFixed(1))} ACU`
}

function formatCost(value: number): string {
  return `$${value >= 1 ? value.toFixed(2) : value.toFixed(4)}`
}

interface InstanceChartProps extends CapacityChartsProps {
  instance: InstanceId
  index: number
  isAlone: boolean
}

function InstanceChart(props: InstanceChartProps) {
  const { charts, horizon, here, points, axis, instance, index, isAlone } = props
  const series = useMemo(() => capacitySeries(index), [index])
  const bands = useMemo(() => phaseBands(charts, instance, horizon), [charts, instance, horizon])
  const title = isAlone ? 'Capacity' : `Capacity of ${instance}`
  const shown = { title, here, points, series, format: formatAcuUnit }
  return (
    <Askable
      figure={`capacity/${instance}`}
      {...{ title, here, points, scale: axis.scale }}
      read={point => readingOf(shown, point)}
      line={() => `capacity/${instance}`}
    >
      <Chart {...shown} axis={axis} height={capacityHeight}>
        <PhaseBandsArt bands={bands} scale={axis.scale} height={capacityHeight} />
      </Chart>
    </Askable>
  )
}

export function CapacityCharts(props: CapacityChartsProps) {
  const { charts, here, points, axis, isShown } = props
  const instances = charts.find(({ capacity }) => (capacity ?? []).length > 0)?.capacity ?? []
  const costName = instances.length > 0 ? 'cost' : 'bill'
  const hasCost = charts.some(({ dollars }) => dollars !== undefined)
  return (
    <>
      {(isShown('capacity') ? instances : []).map(({ instance }, index) => (
        <InstanceChart
          key={instance}
          {...props}
          instance={instance}
          index={index}
          isAlone={instances.length === 1}
        />
      ))}
      {hasCost && isShown(costName) && <CostChart {...{ here, points, axis }} />}
    </>
  )
}

function CostChart({ here, points, axis }: Pick<CapacityChartsProps, 'here' | 'points' | 'axis'>) {
  const shown = { title: 'Cost so far', here, points, series: costSeries, format: formatCost }
  return (
    <Askable
      figure="cost"
      {...{ title: shown.title, here, points, scale: axis.scale }}
      read={point => readingOf(shown, point)}
      line={() => 'cost'}
    >
      <Chart {...shown} axis={axis} height={costHeight} />
    </Askable>
  )
}
