/**
 * How large the letters of this screen are at least. A stage for a wall has larger ones than it is
 * designed with: every width is measured with them, lines stand as far apart as they need, and
 * words without room are said shorter. In pixels of the stage; 0 leaves all as designed.
 */
let least = 0

/** Whoever magnifies the stage says so before it is laid out anew. */
export function setLeastLetter(pixels: number): void {
  least = pixels
}

export function leastLetter(): number {
  return least
}

export function isForWall(): boolean {
  return least > 0
}

export function letterOf(size: number): number {
  return Math.max(size, least)
}

/** From one line of words to the next, where `step` is what the design has. */
export function stepOf(step: number): number {
  return Math.max(step, least * 1.14)
}

/** From the middle of a line down to the feet of its letters. */
export function dropOf(drop: number): number {
  return Math.max(drop, least * 0.36)
}

/** What a line of the largest words takes. */
export function wallLine(): number {
  return Math.round(least * 1.2)
}
