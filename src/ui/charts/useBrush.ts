/** Drawing a stretch of time with the pointer; a press without a way is a jump to its instant. */
import { type PointerEvent, useRef } from 'react'
import { seek } from '../store/commands.ts'
import { stretchOf, timelineView } from '../store/timelineView.ts'

interface Scale {
  invert: (x: number) => number
}

/** Below so many pixels it was no way. */
const leastPixels = 6

export function offsetIn(event: { clientX: number; currentTarget: Element }): number {
  return event.clientX - event.currentTarget.getBoundingClientRect().left
}

/** `onPress`: told of a press beside the jump, with where it began. */
export function useBrush(scale: Scale, onPress?: (at: number, on: Element) => void) {
  const start = useRef<number | null>(null)
  const on = useRef<Element | null>(null)
  return {
    onPointerDown(event: PointerEvent) {
      const isOnButton = event.target instanceof Element && event.target.closest('button') !== null
      if (event.button !== 0 || isOnButton) return
      start.current = offsetIn(event)
      on.current = event.target instanceof Element ? event.target : null
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove(event: PointerEvent) {
      const x = offsetIn(event)
      if (start.current === null || Math.abs(x - start.current) < leastPixels) return
      timelineView.setState({ brush: stretchOf(scale.invert(start.current), scale.invert(x)) })
    },
    onPointerUp(event: PointerEvent) {
      const x = offsetIn(event)
      const isPress = start.current !== null && Math.abs(x - start.current) < leastPixels
      start.current = null
      if (!isPress) return
      timelineView.setState({ brush: null })
      void seek(Math.round(scale.invert(x)))
      if (on.current !== null) onPress?.(scale.invert(x), on.current)
    },
    onPointerCancel() {
      start.current = null
    },
  }
}
