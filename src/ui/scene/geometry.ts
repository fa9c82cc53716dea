/** Points and boxes of the stage, in CSS pixels, y downwards. */

export interface Point {
  x: number
  y: number
}

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export function right(box: Box): number {
  return box.x + box.width
}

export function bottom(box: Box): number {
  return box.y + box.height
}

export function centre(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Grown on every side by `by` pixels, shrunk when negative. */
export function inset(box: Box, by: number): Box {
  return { x: box.x + by, y: box.y + by, width: box.width - 2 * by, height: box.height - 2 * by }
}

export function intersects(one: Box, other: Box): boolean {
  const isApartX = right(one) <= other.x || right(other) <= one.x
  const isApartY = bottom(one) <= other.y || bottom(other) <= one.y
  return !isApartX && !isApartY
}

/** The smallest box around both. */
export function around(one: Box, other: Box): Box {
  const x = Math.min(one.x, other.x)
  const y = Math.min(one.y, other.y)
  const width = Math.max(right(one), right(other)) - x
  return { x, y, width, height: Math.max(bottom(one), bottom(other)) - y }
}

/** One decimal is enough for a pixel, and keeps equal shapes equal. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}
