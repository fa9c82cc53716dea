/**
 * Where a message is: its share of the way is (now − sent) / (arrives − sent), and the place on
 * its route follows from it. The same instant gives the same place, forwards and backwards.
 */
import type { Micros } from '../../../engine/contract/units.ts'
import { type Point, round } from '../geometry.ts'
import { type Route, routePoints } from './trace.ts'

/** 0 before it was sent, 1 once it arrived. */
export function shareOfWay(now: Micros, sentAt: Micros, arrivesAt: Micros): number {
  if (now <= sentAt) return 0
  return now >= arrivesAt ? 1 : (now - sentAt) / (arrivesAt - sentAt)
}

export function positionAt({ points }: Pick<Route, 'points'>, share: number): Point {
  const scaled = Math.min(Math.max(share, 0), 1) * (routePoints - 1)
  const leg = Math.min(Math.floor(scaled), routePoints - 2)
  const rest = scaled - leg
  const at = (index: number) => points[index] ?? 0
  return {
    x: at(2 * leg) + (at(2 * leg + 2) - at(2 * leg)) * rest,
    y: at(2 * leg + 1) + (at(2 * leg + 3) - at(2 * leg + 1)) * rest,
  }
}

/** The part of a way between two shares of it, as the text of a path. */
export function pathBetween(route: Pick<Route, 'points'>, from: number, to: number): string {
  const steps = 8
  const places = Array.from({ length: steps + 1 }, (_, k) =>
    positionAt(route, from + ((to - from) * k) / steps),
  )
  return `M${places.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L')}`
}
