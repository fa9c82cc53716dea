/**
 * The way between two instances: up from one, along a level of the peers' lane and down to the
 * other. Pairs that lie over each other have levels of their own; words stand under a level.
 */
import type { InstanceId } from '../../../engine/contract/ids.ts'
import { bottom, type Point } from '../geometry.ts'
import type { InstancePlace, Layout } from '../layout/layout.ts'
import { type Piece, type Route, trace } from './trace.ts'

/** From left to right. */
export function inOrder({ instances }: Layout): InstancePlace[] {
  return [...instances].sort((one, other) => one.centre.x - other.centre.x)
}

/** Neighbours lowest; of two pairs with one between them the second is higher. */
function levelOf(left: number, right: number, levels: number): number {
  const apart = right - left
  const level = apart < 2 ? 0 : apart === 2 ? 1 + (left % 2) : 3
  return Math.min(level, levels - 1)
}

export interface PeerSpan {
  left: InstancePlace
  right: InstancePlace
  level: number
  /** The height of the level part of the way. */
  y: number
}

/** Null when one of the two is not on the stage, or alone. */
export function peerSpan(layout: Layout, one: InstanceId, other: InstanceId): PeerSpan | null {
  const places = inOrder(layout)
  const indexes = [one, other].map(id => places.findIndex(place => place.id === id))
  const [low, high] = [Math.min(...indexes), Math.max(...indexes)]
  const [left, right] = [places[low], places[high]]
  if (layout.peers === null || left === undefined || right === undefined || low === high)
    return null
  const { box, levels } = layout.peers
  const level = levelOf(low, high, levels)
  const step = (box.height - 2) / levels
  return { left, right, level, y: bottom(box) - step * (level + 1) + 4 }
}

/** Where the way leaves a circle: beside its top, which belongs to the clients. */
function leave({ centre, radius }: InstancePlace, side: 1 | -1, level: number): Point {
  const aside = Math.min(radius * 0.8, 9 + 4 * level)
  const rise = Math.sqrt(radius * radius - aside * aside)
  return { x: centre.x + side * aside, y: centre.y - rise }
}

/** Nothing of a way is nearer to the middle of an instance than this, in pixels. */
export const peerAside = 27

/** From left to right. */
export function peerRoute({ left, right, level, y }: PeerSpan): Route {
  const start = leave(left, 1, level)
  const end = leave(right, -1, level)
  const straight = (x: number, height: number): Piece => ({
    to: { x, y: height },
    controls: null,
  })
  return trace(start, [straight(start.x, y), straight(end.x, y), straight(end.x, end.y)])
}
