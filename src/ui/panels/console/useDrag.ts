/** Dragging a line by its handle: it follows the pointer and lands where it is let go. */
import { type CSSProperties, type PointerEvent, type RefObject, useState } from 'react'
import { placeOf } from './plan.ts'

interface Drag {
  isDragged: boolean
  style: CSSProperties | undefined
  start: (event: PointerEvent<HTMLElement>) => void
}

/** Middles of the other lines, from the top down. */
function middlesOf(list: HTMLElement, own: Element | null): number[] {
  return [...list.children]
    .filter(child => child !== own)
    .map(child => child.getBoundingClientRect())
    .map(({ top, height }) => top + height / 2)
}

export function useDrag(
  list: RefObject<HTMLElement | null>,
  place: number,
  onDrop: (to: number) => void,
): Drag {
  const [by, setBy] = useState<number | null>(null)
  const start = (event: PointerEvent<HTMLElement>) => {
    const handle = event.currentTarget
    const line = handle.closest('li')
    const from = event.clientY
    handle.setPointerCapture(event.pointerId)
    const move = ({ clientY }: globalThis.PointerEvent) => setBy(clientY - from)
    const end = ({ clientY, type }: globalThis.PointerEvent) => {
      handle.removeEventListener('pointermove', move)
      handle.removeEventListener('pointerup', end)
      handle.removeEventListener('pointercancel', end)
      setBy(null)
      if (type !== 'pointerup' || list.current === null) return
      const to = placeOf(middlesOf(list.current, line), clientY)
      if (to !== place) onDrop(to)
    }
    handle.addEventListener('pointermove', move)
    handle.addEventListener('pointerup', end)
    handle.addEventListener('pointercancel', end)
  }
  const style = by === null ? undefined : { transform: `translateY(${by}px)` }
  return { isDragged: by !== null, style, start }
}
