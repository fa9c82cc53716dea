/** Points on a circle and bent arrows between them, for small graphs: waits, cycles. */
import { type Line, line } from 'd3-shape'

export type Point = [x: number, y: number]

export interface CirclePlace {
  name: string
  x: number
  y: number
}

export interface BentArrow {
  path: string
  /** Points at where it leads. */
  head: string
  /** Outermost point of the bend, for a label. */
  middle: Point
}

export const circleMargin = 34

const draw: Line<Point> = line<Point>().digits(1)

/** Two stand side by side; more on a circle, the first one on top. */
export function circlePlaces(
  names: readonly string[],
  width: number,
  height: number,
): CirclePlace[] {
  const x = width / 2 - circleMargin
  const y = height / 2 - circleMargin
  const start = names.length === 2 ? Math.PI : -Math.PI / 2
  return names.map((name, index) => {
    const turn = start + (2 * Math.PI * index) / names.length
    return { name, x: width / 2 + x * Math.cos(turn), y: height / 2 + y * Math.sin(turn) }
  })
}

/** Bent to one side, so that two arrows between the same two stay apart. */
export function bentArrow(
  from: CirclePlace,
  to: CirclePlace,
  { radius, bend }: { radius: number; bend: number },
): BentArrow {
  const across: Point = [to.x - from.x, to.y - from.y]
  const length = Math.max(1, Math.hypot(...across))
  const [ux, uy] = [across[0] / length, across[1] / length]
  const start: Point = [from.x + ux * radius - uy * 7, from.y + uy * radius + ux * 7]
  const end: Point = [to.x - ux * (radius + 3) - uy * 7, to.y - uy * (radius + 3) + ux * 7]
  const out = Math.min(bend, length * 0.16)
  const half: Point = [(start[0] + end[0]) / 2 - uy * out, (start[1] + end[1]) / 2 + ux * out]
  const [curve, tip] = [half, end].map(point => point.map(its => its.toFixed(1)).join(' '))
  const path = `M${start.map(its => its.toFixed(1)).join(' ')}Q${curve} ${tip}`
  const middle: Point = [
    (start[0] + end[0]) / 4 + half[0] / 2,
    (start[1] + end[1]) / 4 + half[1] / 2,
  ]
  return { path, head: headOf(half, end), middle }
}

function headOf(half: Point, end: Point): string {
  const along: Point = [end[0] - half[0], end[1] - half[1]]
  const reach = Math.max(1, Math.hypot(...along))
  const [hx, hy] = [along[0] / reach, along[1] / reach]
  const wing = (side: number): Point => [
    end[0] - hx * 10 - hy * 5 * side,
    end[1] - hy * 10 + hx * 5 * side,
  ]
  return `${draw([wing(1), end, wing(-1)])}Z`
}
