/**
 * A chart that one can ask about: a cursor for keys, which steps from bin to bin, and at the point
 * chosen by keys or by a press a button that asks what happened there.
 */
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { askWhyPoint } from '../store/askWhy.ts'
import { formatInstant } from '../widgets/formatInstant.ts'
import { chartCursor, dropCursor } from './chartCursor.ts'
import styles from './Askable.module.css'
import { type ChartPoint, nearestPoint } from './chartPoints.ts'
import { pointSubject } from './pointSubject.ts'

interface AskableProps {
  /** Names this figure among all. */
  figure: string
  title: string
  points: ChartPoint[]
  /** The point that is read. */
  here: ChartPoint | undefined
  scale: (at: number) => number
  /** What the chart reads there, in words. */
  read: (point: ChartPoint) => string
  /** The line that is asked about there. */
  line: (point: ChartPoint) => string
  children: ReactNode
}

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

function ask(point: ChartPoint, line: string): void {
  void askWhyPoint(pointSubject(point, [line]), point.to)
}

export function Askable(props: AskableProps) {
  const { figure, title, points, here, scale, read, line, children } = props
  const chosen = chartCursor(state => (state.figure === figure ? state.at : null))
  const isChosen = chosen !== null
  const cursor = useFocusWhenChosen(isChosen)
  /** Where the newest key or press has put it, drawn or not; else what is read. */
  const pointNow = () => {
    const { figure: of, at } = chartCursor.getState()
    return of === figure ? nearestPoint(points, at, scale) : here
  }
  const shown = pointNow()
  const put = (place: number) => {
    const point = points[Math.min(points.length - 1, Math.max(0, place))]
    if (point !== undefined) chartCursor.setState({ figure, at: point.at })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    const now = pointNow()
    if (now === undefined) return
    if (step !== undefined) put(points.indexOf(now) + step)
    else if (event.key === 'Enter') ask(now, line(now))
    else if (event.key === 'Escape' && isChosen) dropCursor()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={styles.askable} data-figure={figure}>
      {children}
      {shown !== undefined && (
        <div
          ref={cursor}
          role="slider"
          tabIndex={0}
          className={styles.cursor}
          aria-label={`Cursor of ${title}`}
          aria-valuemin={0}
          aria-valuemax={points.length - 1}
          aria-valuenow={points.indexOf(shown)}
          aria-valuetext={`${formatInstant(shown.at)}: ${read(shown)}. Enter: what happened here?`}
          onKeyDown={onKeyDown}
        />
      )}
      {isChosen && shown !== undefined && (
        <Ask x={scale(shown.at)} onAsk={() => ask(shown, line(shown))} />
      )}
    </div>
  )
}

/** A press on the chart leaves the cursor of the keys there. */
function useFocusWhenChosen(isChosen: boolean) {
  const cursor = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isChosen) cursor.current?.focus({ preventScroll: true })
  }, [isChosen])
  return cursor
}

/** Beside the point, on whichever side there is room. */
function Ask({ x, onAsk }: { x: number; onAsk: () => void }) {
  return (
    <button
      type="button"
      className={styles.ask}
      style={{ left: `clamp(0px, ${Math.round(x) + 6}px, calc(100% - 158px))` }}
      onClick={onAsk}
    >
      What happened here?
    </button>
  )
}
