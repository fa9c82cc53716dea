/**
 * A hand on the drawing: a pointer paints, arrow keys move a cursor and raise or lower the level
 * there. The engine hears of it once the hand rests.
 */
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { type Plot, spotAt } from './curveShapes.ts'
import { paint, parts, type Spot } from './drawnCurve.ts'

const restMillis = 350

export interface Stroke {
  levels: readonly number[]
  /** The part that the keys are at. */
  cursor: number
  onPointerDown(event: PointerEvent<HTMLDivElement>): void
  onPointerMove(event: PointerEvent<HTMLDivElement>): void
  onPointerUp(): void
  onKeyDown(event: KeyboardEvent<HTMLDivElement>): void
}

interface Given {
  shown: readonly number[]
  most: number
  plot: Plot
  isLocked: boolean
  give(levels: readonly number[]): Promise<unknown>
}

export function useStroke({ shown, most, plot, isLocked, give }: Given): Stroke {
  const [draft, setDraft] = useState<readonly number[] | null>(null)
  const [cursor, setCursor] = useState(0)
  const from = useRef<Spot | null>(null)
  const latest = useRef(give)
  latest.current = give
  const levels = draft ?? shown

  useEffect(() => {
    if (draft === null) return
    const timer = setTimeout(() => {
      if (from.current !== null) return
      const settle = () => setDraft(now => (now === draft ? null : now))
      void latest.current(draft).then(settle, settle)
    }, restMillis)
    return () => clearTimeout(timer)
  }, [draft])

  const moveTo = (event: PointerEvent<HTMLDivElement>, before: Spot | null) => {
    const spot = spotAt(placeIn(event), most, plot)
    from.current = spot
    setCursor(Math.round(spot.part))
    setDraft(now => paint(now ?? shown, before ?? spot, spot))
  }
  return {
    levels,
    cursor,
    onPointerDown(event) {
      if (isLocked || event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      moveTo(event, null)
    },
    onPointerMove(event) {
      if (from.current !== null) moveTo(event, from.current)
    },
    onPointerUp() {
      if (from.current === null) return
      from.current = null
      setDraft(now => (now === null ? null : [...now]))
    },
    onKeyDown(event) {
      const moved = keyed(event, { levels, cursor, most })
      if (moved === null) return
      event.preventDefault()
      setCursor(moved.cursor)
      if (moved.levels !== levels && !isLocked) setDraft(moved.levels)
    },
  }
}

function placeIn(event: PointerEvent<HTMLDivElement>): { x: number; y: number } {
  const { left, top } = event.currentTarget.getBoundingClientRect()
  return { x: event.clientX - left, y: event.clientY - top }
}

interface Keyed {
  levels: readonly number[]
  cursor: number
  most: number
}

/**
 * Up and down a twentieth of the height, with Shift a quarter; left and right a part, with Shift
 * the level goes along; Home and End to the ends.
 */
export function keyed(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  { levels, cursor, most }: Keyed,
): Omit<Keyed, 'most'> | null {
  const to = (part: number) => {
    const next = Math.min(parts, Math.max(0, part))
    const level = levels[cursor]!
    const carried = paint(levels, { part: cursor, level }, { part: next, level })
    return { levels: shiftKey && next !== cursor ? carried : levels, cursor: next }
  }
  const raise = (by: number) => {
    const level = Math.min(most, Math.max(0, levels[cursor]! + by))
    const spot = { part: cursor, level }
    return { levels: paint(levels, spot, spot), cursor }
  }
  const step = most * (shiftKey ? 0.25 : 0.05)
  if (key === 'ArrowLeft') return to(cursor - 1)
  if (key === 'ArrowRight') return to(cursor + 1)
  if (key === 'Home') return { levels, cursor: 0 }
  if (key === 'End') return { levels, cursor: parts }
  if (key === 'ArrowUp') return raise(step)
  return key === 'ArrowDown' ? raise(-step) : null
}
