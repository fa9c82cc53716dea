/**
 * One press on its way from down to up. A mouse drags as soon as it has moved a little; a finger
 * must rest first, because one that moves at once scrolls. A finger that has rested and is lifted
 * where it was wants the menu; whatever is shorter stays a press.
 */
import type { Point } from './crosses.ts'
import type { Grip } from './deedOf.ts'

export interface Press {
  grip: Grip
  isFinger: boolean
  /** `rested`: a finger that may drag now. */
  phase: 'down' | 'rested' | 'moving'
  /** Where it has been, in CSS pixels of the page. */
  way: Point[]
}

/** So far a press is no drag, in CSS pixels. */
export const leastWay = 8
/** So long a finger rests before it drags. */
export const restMillis = 400

export function pressAt(grip: Grip, point: Point, isFinger: boolean): Press {
  return { grip, isFinger, phase: 'down', way: [point] }
}

/** It has been down for `restMillis`. */
export function rested(press: Press): Press {
  return press.isFinger && press.phase === 'down' ? { ...press, phase: 'rested' } : press
}

/** Null: the finger scrolls, and this is no press any more. */
export function movedTo(press: Press, point: Point): Press | null {
  const { phase, isFinger, way } = press
  if (phase === 'moving') return { ...press, way: [...way, point] }
  const [from = point] = way
  if (Math.hypot(point.x - from.x, point.y - from.y) < leastWay) return press
  if (isFinger && phase === 'down') return null
  return { ...press, phase: 'moving', way: [...way, point] }
}

/** What lifting means: `press` is left to the thing that was pressed. */
export function meantBy({ phase }: Press): 'press' | 'menu' | 'deed' {
  if (phase === 'moving') return 'deed'
  return phase === 'rested' ? 'menu' : 'press'
}
