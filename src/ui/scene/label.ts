/**
 * A word on the stage and the room it takes. Widths are estimated on the wide side, since the
 * family of the reader is not known, so that what is apart here is apart on every screen.
 */
import type { Box } from './geometry.ts'
import { letterOf } from './letters.ts'

export type Tone =
  | ('text' | 'muted' | 'durable' | 'accent' | 'ok')
  | ('wait' | 'bad' | 'glow' | 'writer')

export interface Label {
  id: string
  text: string
  /** Where the text is anchored; y is the baseline. */
  x: number
  y: number
  size: number
  anchor: 'start' | 'middle' | 'end'
  tone: Tone
  isBold: boolean
  /** The term of the glossary that it opens. */
  term: string | null
}

const narrowLetters = /[ijl.,:;'|!ft()\s·]/
const wideLetters = /[mwMWQO%@]/

function letterWidth(letter: string): number {
  if (narrowLetters.test(letter)) return 0.38
  if (wideLetters.test(letter)) return 0.95
  return 0.62
}

export function textWidth(text: string, size: number, isBold = false): number {
  let width = 0
  for (const letter of text) width += letterWidth(letter)
  return width * letterOf(size) * (isBold ? 1.08 : 1)
}

const shares = { start: 0, middle: 0.5, end: 1 }

/** The box of a label, ascenders and descenders included. */
export function labelBox({ text, x, y, size, anchor, isBold }: Label): Box {
  const width = textWidth(text, size, isBold)
  return { x: x - width * shares[anchor], y: y - size * 0.82, width, height: size * 1.06 }
}

type LabelPlace = Pick<Label, 'id' | 'text' | 'x' | 'y'> & Partial<Label>

export function label(place: LabelPlace): Label {
  const whole: Label = {
    size: 13,
    anchor: 'start',
    tone: 'muted',
    isBold: false,
    term: null,
    ...place,
  }
  return { ...whole, size: letterOf(whole.size) }
}

/** Shortens a text with an ellipsis so that it fits the width. */
export function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text
  let kept = text
  while (kept.length > 1 && textWidth(`${kept}…`, size) > width) kept = kept.slice(0, -1)
  return `${kept.trimEnd()}…`
}
