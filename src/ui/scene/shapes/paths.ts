/** Shapes written as the text of a path, so that many cells are one element. */
import { type Box, round } from '../geometry.ts'

export function rectanglePath(box: Box, radius: number): string {
  const r = Math.min(radius, box.width / 2, box.height / 2)
  const across = round(box.width - 2 * r)
  const down = round(box.height - 2 * r)
  const corner = (x: number, y: number) => `a${r} ${r} 0 0 1 ${x} ${y}`
  const start = `M${round(box.x + r)} ${round(box.y)}`
  const there = `h${across}${corner(r, r)}v${down}${corner(-r, r)}`
  return `${start}${there}h${-across}${corner(-r, -r)}v${-down}${corner(r, -r)}z`
}

/** Two strokes from corner to corner. */
export function crossPath({ x, y, width, height }: Box): string {
  const [left, top] = [round(x), round(y)]
  const [end, low] = [round(x + width), round(y + height)]
  return `M${left} ${top}L${end} ${low}M${end} ${top}L${left} ${low}`
}

/** An arc from the top, clockwise, over a share of the circle. */
export function arcPath(x: number, y: number, radius: number, share: number): string {
  const turn = Math.min(0.9999, Math.max(0, share)) * 2 * Math.PI
  const endX = round(x + radius * Math.sin(turn))
  const endY = round(y - radius * Math.cos(turn))
  const isLarge = turn > Math.PI ? 1 : 0
  return `M${round(x)} ${round(y - radius)}A${radius} ${radius} 0 ${isLarge} 1 ${endX} ${endY}`
}
