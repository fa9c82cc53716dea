/**
 * What the stage shows of Serverless v1 beside the capacity: a countdown ring for each of the two
 * waits at the upper left, the time left for a search around the outline, the routers with the warm
 * pool, and the new instance, which comes from the pool and takes the place of the old one.
 */
import type { CapacityView } from '../../../engine/contract/serverlessView.ts'
import type { V1View } from '../../../engine/contract/serverlessV1.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import { v1Countdown } from '../../../words/v1Words.ts'
import { type Point, round } from '../geometry.ts'
import type { InstancePlace, ZonePlace } from '../layout/layout.ts'
import { arcPath } from '../shapes/paths.ts'
import { attachShare } from './attachShare.ts'
import type { BreathingPlace } from './breathingPlace.ts'
import { type FleetRoom, type FleetShape, fleetShape, poolDoor } from './routerFleet.ts'

export interface V1Shape {
  rings: RingShape[]
  /** An arc: what is left of the search. */
  search: string
  isBlocked: boolean
  isForcing: boolean
  /** The new instance as a square, by its centre; null = none is on its way. */
  host: { x: number; y: number; size: number } | null
  fleet: FleetShape
}

/** A wait: its arc is what is left of it, empty = none; the mark says which step waits. */
export interface RingShape {
  step: 'up' | 'down'
  x: number
  y: number
  radius: number
  arc: string
  /** A triangle in the middle; empty = there is no room for it. */
  mark: string
}

export interface V1Room {
  place: Pick<InstancePlace, 'centre'>
  room: Pick<BreathingPlace, 'most' | 'words'>
  zone: ZonePlace
  isEmpty: boolean
}

const hostSize = 14

export function v1Shape(view: CapacityView, around: V1Room, at: Micros): V1Shape | null {
  const { v1 } = view
  if (!v1) return null
  const { centre } = around.place
  const { most, words } = around.room
  const { zone, isEmpty } = around
  const left = v1.search ? (v1Countdown(v1, at) ?? 0) / v1.search.timeoutMicros : 0
  const fleetRoom: FleetRoom = { centre, most, zone, isEmpty }
  const beside = besideOf(fleetRoom)
  return {
    rings: words && words.x > centre.x ? apart(v1, centre, most) : nested(v1, centre, most),
    search: arc(centre.x, centre.y, most + 3, left),
    isBlocked: (v1.search?.blockers.length ?? 0) > 0,
    isForcing: v1.search?.onTimeout === 'force',
    host: hostOf(v1, poolDoor(fleetRoom), beside),
    fleet: fleetShape(view.id, v1, fleetRoom, beside),
  }
}

/** At the upper right edge of the outline. */
function besideOf({ centre, most }: FleetRoom): Point {
  return { x: round(centre.x + most * 0.73), y: round(centre.y - most * 0.73) }
}

function waitsOf(v1: V1View) {
  return [
    { step: 'up', share: shareOf(v1.upLeftMicros, v1.upOfMicros) },
    { step: 'down', share: shareOf(v1.downLeftMicros, v1.downOfMicros) },
  ] as const
}

function shareOf(left: Micros, whole: Micros): number {
  return whole > 0 ? left / whole : 0
}

/** Where words stand at the right there is room for both, also while nothing waits. */
function apart(v1: V1View, centre: Point, most: number): RingShape[] {
  if (v1.state === 'paused' || v1.state === 'recreating') return []
  const y = round(centre.y - most * 0.92)
  return waitsOf(v1).map(({ step, share }, place) => {
    const x = round(centre.x - most * 0.92 + (place - 1) * 19)
    return { step, x, y, radius: 7, arc: arc(x, y, 7, share), mark: triangle(x, y, step) }
  })
}

/** Inside up, outside down, and only one that counts down. */
function nested(v1: V1View, centre: Point, most: number): RingShape[] {
  const x = round(centre.x - most * 0.86)
  const y = round(centre.y - most * 0.86)
  return waitsOf(v1).flatMap(({ step, share }) => {
    const outer = most < 38 ? 6 : 8
    const radius = step === 'up' ? outer / 2 : outer
    const path = arc(x, y, radius, share)
    return path === '' ? [] : [{ step, x, y, radius, arc: path, mark: '' }]
  })
}

function triangle(x: number, y: number, step: 'up' | 'down'): string {
  const tip = step === 'up' ? -3 : 3
  return `M${round(x - 3)} ${round(y - tip / 2)}h6L${round(x)} ${round(y + tip)}z`
}

function arc(x: number, y: number, radius: number, share: number): string {
  return share > 0.002 ? arcPath(x, y, radius, Math.min(share, 0.999)) : ''
}

/** From the pool to the edge while it is attached; there it takes over, larger. */
function hostOf(v1: V1View, from: Point, to: Point): V1Shape['host'] {
  const share = attachShare(v1)
  if (share === null) return null
  const [x, y] = [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share]
  return { x: round(x), y: round(y), size: v1.state === 'switching' ? hostSize * 1.5 : hostSize }
}
