/** Arrow keys carry what was lifted from one place to the next, in the order of the map. */
import type { KeyboardCoordinateGetter } from '@dnd-kit/core'

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
}

export const stepBetween: KeyboardCoordinateGetter = (event, { context }) => {
  const step = steps[event.code]
  if (step === undefined) return undefined
  event.preventDefault()
  const places = context.droppableContainers.getEnabled().map(({ id }) => id)
  const from = places.indexOf(context.over?.id ?? '')
  const next = places[Math.min(places.length - 1, Math.max(0, from + step))]
  const rect = next === undefined ? undefined : context.droppableRects.get(next)
  if (rect === undefined || context.collisionRect === null) return undefined
  const { width, height } = context.collisionRect
  return { x: rect.left + (rect.width - width) / 2, y: rect.top + (rect.height - height) / 2 }
}
