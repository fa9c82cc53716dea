/**
 * A path traced through its pieces: as text for drawing, and as points at equal distances along
 * it, so that where a message is follows from its share of the way by arithmetic alone.
 */
import { type Point, round } from '../geometry.ts'

/** The way from the point before to `to`: straight, or a cubic curve with two control points. */
export interface Piece {
  to: Point
  controls: readonly [Point, Point] | null
}

export interface Route {
  path: string
  /** x and y by turns, `routePoints` of them, at equal distances. */
  points: number[]
}

export const routePoints = 33
const samplesPerCurve = 24

function written({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`
}

function pieceText({ to, controls }: Piece): string {
  if (controls === null) return `L${written(to)}`
  return `C${written(controls[0])} ${written(controls[1])} ${written(to)}`
}

/** The point of a cubic curve at `t`, 0 at its start and 1 at its end. */
function onCurve(start: Point, { to, controls }: Piece, t: number): Point {
  const u = 1 - t
  if (controls === null) return { x: u * start.x + t * to.x, y: u * start.y + t * to.y }
  const [one, two] = controls
  const weights = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t] as const
  return {
    x: weights[0] * start.x + weights[1] * one.x + weights[2] * two.x + weights[3] * to.x,
    y: weights[0] * start.y + weights[1] * one.y + weights[2] * two.y + weights[3] * to.y,
  }
}

function sampled(start: Point, pieces: Piece[]): Point[] {
  const points = [start]
  let from = start
  for (const piece of pieces) {
    const count = piece.controls === null ? 1 : samplesPerCurve
    for (let k = 1; k <= count; k += 1) points.push(onCurve(from, piece, k / count))
    from = piece.to
  }
  return points
}

function distance(one: Point, other: Point): number {
  return Math.hypot(other.x - one.x, other.y - one.y)
}

/** Points at equal distances along a broken line. */
function spaced(points: Point[]): number[] {
  const lengths = points.slice(1).map((point, k) => distance(points[k] as Point, point))
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const result: number[] = []
  let leg = 0
  let before = 0
  for (let k = 0; k < routePoints; k += 1) {
    const target = (total * k) / (routePoints - 1)
    while (leg < lengths.length - 1 && before + (lengths[leg] ?? 0) < target) {
      before += lengths[leg] ?? 0
      leg += 1
    }
    const share = Math.min(1, (target - before) / Math.max(1e-9, lengths[leg] ?? 0))
    const { x, y } = onCurve(
      points[leg] as Point,
      { to: points[leg + 1] as Point, controls: null },
      share,
    )
    result.push(x, y)
  }
  return result
}

export function trace(start: Point, pieces: Piece[]): Route {
  const path = `M${written(start)}${pieces.map(pieceText).join('')}`
  return { path, points: spaced(sampled(start, pieces)) }
}
