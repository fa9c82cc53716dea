/**
 * What a serverless instance had and needed so far, on the axis of the timeline and above it, so
 * that the story of its capacity is seen, and asked about, without opening a chart. Sleep has its
 * word.
 */
import { useMemo } from 'react'
import { formatAcu } from '../../words/formatAcu.ts'
import { needOf } from '../../words/capacityPhase.ts'
import { engineStore } from '../store/engineStore.ts'
import { timelineStore } from '../store/timelineStore.ts'
import { Askable } from './Askable.tsx'
import { axisScale } from './axisScale.ts'
import styles from './CapacityStrip.module.css'
import { capacityStripShapes } from './capacityStripShapes.ts'
import { chartCursor, leaving, putCursor } from './chartCursor.ts'
import { type ChartPoint, chartPoints, nearestPoint } from './chartPoints.ts'
import { phaseBands } from './phaseBands.ts'
import { PhaseBandsArt } from './PhaseBandsArt.tsx'
import { useBrush } from './useBrush.ts'

const height = 40
const lowHeight = 30
const narrowWidth = 500

function useStrip(width: number, tall: number) {
  const bands = timelineStore(state => state.bands)
  const charts = timelineStore(state => state.charts)
  const scale = useMemo(() => axisScale(bands, width), [bands, width])
  return useMemo(() => {
    const horizon = engineStore.getState().playback?.horizon ?? 0
    const instance = charts.find(({ capacity }) => (capacity ?? []).length > 0)?.capacity?.[0]
    const points = chartPoints(charts, horizon)
    const shapes = capacityStripShapes(points, scale, tall)
    const phases = instance === undefined ? [] : phaseBands(charts, instance.instance, horizon)
    const shownPhases = phases.filter(({ phase }) => phase !== 'holding')
    const isCalmLeft = isLowerLeft(points, scale, width)
    const shown = { phases: shownPhases, isCalmLeft, instance: instance?.instance ?? '' }
    return { scale, points, shapes, ...shown }
  }, [charts, scale, tall, width])
}

/** The words stand over the half in which the curve is lower. */
function isLowerLeft(points: ChartPoint[], scale: (at: number) => number, width: number): boolean {
  const most = { left: 0, right: 0 }
  for (const { at, capacity } of points) {
    const side = scale(at) < width / 2 ? 'left' : 'right'
    most[side] = Math.max(most[side], capacity[0]?.acu ?? 0, capacity[0]?.need ?? 0)
  }
  return most.left < most.right
}

/** What it says to those who do not see it; asked for, never announced. */
function useWords(): string {
  const view = engineStore(({ frame }) => frame?.serverless?.instances[0] ?? null)
  if (view === null) return 'Capacity so far'
  const [has, needs] = [formatAcu(view.reported), formatAcu(needOf(view))]
  return `Capacity so far: ${view.id} has ${has} ACU, needs ${needs}`
}

/** What is read: where a press or keys put the cursor, else where the run stands. */
function useHere(points: ChartPoint[], scale: ReturnType<typeof axisScale>) {
  const present = engineStore(({ playback }) => playback?.at ?? 0)
  const cursor = chartCursor(({ figure, at }) => (figure === null ? null : at))
  const at = cursor ?? present
  return { present: scale(at), here: nearestPoint(points, at, scale) }
}

function readAt({ capacity }: ChartPoint): string {
  const [own] = capacity
  return `has ${own?.acu ?? '–'} ACU, needs ${own?.need ?? '–'}`
}

export function CapacityStrip({ width }: { width: number }) {
  const tall = width < narrowWidth ? lowHeight : height
  const { scale, points, shapes, phases, instance, isCalmLeft } = useStrip(width, tall)
  const { present, here } = useHere(points, scale)
  const brush = useBrush(scale, putCursor)
  const words = useWords()
  return (
    <div className={styles.pressed} {...brush} {...leaving}>
      <Askable
        figure="strip"
        title="Capacity so far"
        {...{ points, here, scale }}
        read={readAt}
        line={() => `capacity/${instance}`}
      >
        <svg width={width} height={tall} className={styles.strip} role="img" aria-label={words}>
          <line className={styles.ground} x1={0} x2={width} y1={tall - 1} y2={tall - 1} />
          <PhaseBandsArt bands={phases} scale={scale} height={tall} />
          <path d={shapes.has} className={styles.has} />
          <path d={shapes.hasEdge} className={styles.hasEdge} />
          <path d={shapes.needs} className={styles.needs} />
          <line className={styles.rule} x1={present} x2={present} y1={0} y2={tall} />
          <text
            x={isCalmLeft ? 2 : width - 2}
            y={11}
            textAnchor={isCalmLeft ? 'start' : 'end'}
            className={styles.words}
          >
            {shapes.top > 0 && width >= narrowWidth
              ? `highest ${formatAcu(shapes.top * 1_000_000)} ACU · `
              : ''}
            <tspan className={styles.hasWord}>▬ has</tspan>
            {' · '}
            <tspan className={styles.needsWord}>┅ needs</tspan>
          </text>
        </svg>
      </Askable>
    </div>
  )
}
