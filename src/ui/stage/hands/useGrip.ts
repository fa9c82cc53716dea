/**
 * The hand: it takes hold of a thing of the stage, or of a fault in the panel, is moved, and lets
 * go. A press without a way stays a press. Escape lets go of nothing.
 */
import { useEffect, useState } from 'react'
import { changeByHand, refuseByHand } from '../../store/byHand.ts'
import { engineStore } from '../../store/engineStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { crosses, type Point } from './crosses.ts'
import { type Deed, deedOf, type Grip, gripOn } from './deedOf.ts'
import { linksOnStage, subjectAt } from './onStage.ts'

/** What is shown while the hand moves. */
export interface Held {
  grip: Grip
  way: Point[]
  deed: Deed
}

/** So far a press is no drag, in CSS pixels. */
const least = 8

function gripAt(target: Element): Grip | null {
  const { frame, description } = engineStore.getState()
  const fault = target.closest('[data-grip]')?.getAttribute('data-grip')
  const kind = description?.faults.find(its => its.fault === fault)
  if (kind !== undefined) return { holds: 'fault', fault: kind.fault }
  if (frame === null || target.closest('.stage-place') === null) return null
  if (target.closest('button') !== null) return null
  const control = target.closest('[data-control]')?.getAttribute('data-control')
  return gripOn(frame, control?.replace(/ details$/, '') ?? null)
}

function heldOf(grip: Grip, way: Point[]): Held | null {
  const { frame, description } = engineStore.getState()
  const from = way[0]
  const to = way.at(-1)
  if (frame === null || description === null || from === undefined || to === undefined) return null
  const links = grip.holds === 'stroke' ? linksOnStage() : []
  const letting = {
    over: subjectAt(to),
    pulled: Math.hypot(to.x - from.x, to.y - from.y),
    crossed: links.filter(({ line }) => crosses(way, line)).map(({ link }) => link),
  }
  viewStore.setState({ highlighted: grip.holds === 'stroke' ? letting.crossed : letting.over })
  return { grip, way, deed: deedOf(grip, letting, { frame, description }) }
}

function letGo({ deed }: Held): void {
  if ('refusal' in deed) refuseByHand(deed.refusal)
  else void changeByHand(deed.commands, deed.words)
}

/** The click that ends a drag is none. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.stopPropagation()
    event.preventDefault()
  }
  addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => removeEventListener('click', swallow, true))
}

/** Follows the pointer from one press to its end; says what is held, or null. */
function listen(show: (held: Held | null) => void): () => void {
  let grip: Grip | null = null
  let way: Point[] = []
  let held: Held | null = null
  const end = () => {
    grip = null
    held = null
    viewStore.setState({ highlighted: null })
    show(null)
  }
  const down = (event: PointerEvent) => {
    if (!event.isPrimary || event.button !== 0 || !(event.target instanceof Element)) return
    grip = gripAt(event.target)
    way = [{ x: event.clientX, y: event.clientY }]
  }
  const move = (event: PointerEvent) => {
    const from = way[0]
    if (grip === null || from === undefined) return
    const { clientX: x, clientY: y } = event
    if (held === null && Math.hypot(x - from.x, y - from.y) < least) return
    event.preventDefault()
    way = [...way, { x, y }]
    held = heldOf(grip, way)
    show(held)
  }
  const up = () => {
    if (held !== null) {
      swallowClick()
      letGo(held)
    }
    end()
  }
  const leave = ({ key }: KeyboardEvent) => key === 'Escape' && held !== null && end()
  addEventListener('pointerdown', down, true)
  addEventListener('pointermove', move, true)
  addEventListener('pointerup', up, true)
  addEventListener('pointercancel', end, true)
  addEventListener('keydown', leave, true)
  return () => {
    end()
    removeEventListener('pointerdown', down, true)
    removeEventListener('pointermove', move, true)
    removeEventListener('pointerup', up, true)
    removeEventListener('pointercancel', end, true)
    removeEventListener('keydown', leave, true)
  }
}

export function useGrip(): Held | null {
  const [held, setHeld] = useState<Held | null>(null)
  useEffect(() => {
    document.documentElement.dataset.hands = 'out'
    const stop = listen(setHeld)
    return () => {
      delete document.documentElement.dataset.hands
      stop()
    }
  }, [])
  return held
}
