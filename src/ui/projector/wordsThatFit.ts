/**
 * Which words stand on a stage whose words have been made large: the weightiest first, each where
 * it is free of those before it and inside the stage. The others are left out; whoever wants them
 * asks for details.
 */

export interface WordBox {
  left: number
  top: number
  right: number
  bottom: number
}

export interface Word {
  box: WordBox
  /** The larger a word was before, and the bolder, the more it says. */
  weight: number
}

/** So far a word may reach over the edge of the stage, in pixels. */
const air = 3
/** The share of its height that a line of text has above and below its letters. */
const lineAir = 0.26

function meet(a: WordBox, b: WordBox): boolean {
  const between = Math.min(a.bottom - a.top, b.bottom - b.top) * lineAir
  return (
    a.left < b.right - air &&
    b.left < a.right - air &&
    a.top < b.bottom - between &&
    b.top < a.bottom - between
  )
}

function isInside(a: WordBox, stage: WordBox): boolean {
  return a.left >= stage.left - air && a.right <= stage.right + air
}

/** True for each word that stands, in the order given. */
export function wordsThatFit(words: readonly Word[], stage: WordBox): boolean[] {
  const order = words
    .map((word, place) => ({ ...word, place }))
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
  const kept: WordBox[] = []
  const stands = words.map(() => false)
  for (const { box, place } of order) {
    if (!isInside(box, stage) || kept.some(other => meet(box, other))) continue
    kept.push(box)
    stands[place] = true
  }
  return stands
}
