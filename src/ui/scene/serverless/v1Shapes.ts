/**
 * What the stage shows of Serverless v1 beside the capacity: two countdown rings at the upper left
 * (inside: step up, outside: step down), the time left for a search around the outline, and the new
 * instance, which comes from the warm pool at the upper right and takes the place of the old one.
 */
import type { CapacityView } from '../../../engine/contract/serverlessView.ts'
import type { V1View } from '../../../engine/contract/serverlessV1.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import { v1Countdown } from '../../../words/v1Words.ts'
import { round } from '../geometry.ts'
import type { InstancePlace } from '../layout/layout.ts'
import { arcPath } from '../shapes/paths.ts'
import { attachShare } from './attachShare.ts'
import type { BreathingPlace } from './breathingPlace.ts'

export interface V1Shape {
  /** Where the rings stand, and their arcs; empty = no wait. */
  rings: { x: number; y: number; up: string; down: string }
  /** An arc: what is left of the search. */
  search: string
  isBlocked: boolean
  isForcing: boolean
  /** The new instance as a square, by its centre; null = none is on its way. */
  host: { x: number; y: number; size: number } | null
}

const innerRing = 4
const outerRing = 8
const hostSize = 14

export function v1Shape(
  view: CapacityView,
  { centre }: InstancePlace,
  { most }: BreathingPlace,
  at: Micros,
): V1Shape | null {
  const { v1 } = view
  if (!v1) return null
  const corner = most * 0.86
  const [x, y] = [round(centre.x - corner), round(centre.y - corner)]
  const left = v1.search ? (v1Countdown(v1, at) ?? 0) / v1.search.timeoutMicros : 0
  return {
    rings: {
      x,
      y,
      up: arc(x, y, innerRing, shareOf(v1.upLeftMicros, v1.upOfMicros)),
      down: arc(x, y, outerRing, shareOf(v1.downLeftMicros, v1.downOfMicros)),
    },
    search: arc(centre.x, centre.y, most + 3, left),
    isBlocked: (v1.search?.blockers.length ?? 0) > 0,
    isForcing: v1.search?.onTimeout === 'force',
    host: hostOf(v1, { x: centre.x, y: centre.y, corner }),
  }
}

function shareOf(left: Micros, whole: Micros): number {
  return whole > 0 ? left / whole : 0
}

function arc(x: number, y: number, radius: number, share: number): string {
  return share > 0.002 ? arcPath(x, y, radius, Math.min(share, 0.999)) : ''
}

/** From the pool to the edge while it is attached; at a scaling point into the middle. */
function hostOf(v1: V1View, from: { x: number; y: number; corner: number }): V1Shape['host'] {
  const share = attachShare(v1)
  if (share === null) return null
  const away = from.corner * (1.25 - share * 0.4)
  const reach = v1.state === 'switching' ? 0 : away
  return { x: round(from.x + reach), y: round(from.y - reach), size: hostSize }
}
