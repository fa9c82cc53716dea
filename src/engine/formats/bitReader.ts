/**
 * Reads what `bitWriter` wrote. It never throws and never runs away: past the end, above 2^53 or
 * at a letter that is none, it yields zero and remembers the place.
 */
import { bitLetters, twoTimes } from './bitLetters.ts'

/** Numbers up to 2^53 survive; no number takes more groups than this. */
const mostBits = 53

export interface BitReader {
  text: string
  /** Next bit. */
  at: number
  /** The first bit that could not be read, -1 while all is well. */
  failedAt: number
}

export function createBitReader(text: string): BitReader {
  return { text, at: 0, failedAt: -1 }
}

export function fail(reader: BitReader): number {
  if (reader.failedAt < 0) reader.failedAt = reader.at
  return 0
}

export function takeBit(reader: BitReader): number {
  const place = Math.floor(reader.at / 6)
  const letter = bitLetters.indexOf(reader.text[place] ?? '!')
  if (letter < 0 || reader.failedAt >= 0) return fail(reader)
  const bit = (letter >> (5 - (reader.at % 6))) & 1
  reader.at++
  return bit
}

export function takeBits(reader: BitReader, width: number): number {
  let value = 0
  for (let k = 0; k < width; k++) value = value * 2 + takeBit(reader)
  return value
}

export function takeVarint(reader: BitReader, width: number): number {
  let value = 0
  let size = 1
  for (let groups = 0; groups * width <= mostBits; groups++) {
    const goesOn = takeBit(reader) === 1
    value += takeBits(reader, width) * size
    size *= twoTimes(width)
    if (!Number.isSafeInteger(value)) return fail(reader)
    if (!goesOn) return value
  }
  return fail(reader)
}

export function takeRound(reader: BitReader): number {
  const zeros = takeBits(reader, 3)
  let value = takeVarint(reader, 4)
  for (let k = 0; k < zeros; k++) value *= 10
  return Number.isSafeInteger(value) ? value : fail(reader)
}

export function takeRice(reader: BitReader, width: number): number {
  let above = 0
  while (reader.failedAt < 0 && takeBit(reader) === 1) above++
  const value = above * twoTimes(width) + takeBits(reader, width)
  return Number.isSafeInteger(value) ? value : fail(reader)
}

export function takeText(reader: BitReader, longest: number): string {
  const count = takeVarint(reader, 5)
  if (count > longest) fail(reader)
  let text = ''
  for (let k = 0; k < count && reader.failedAt < 0; k++) text += takePoint(reader)
  return text
}

function takePoint(reader: BitReader): string {
  const point = takeVarint(reader, 7)
  if (point <= 0x10ffff) return String.fromCodePoint(point)
  fail(reader)
  return ''
}

/** True when nothing but the filling zeros of the last letter is left. */
export function isAtEnd(reader: BitReader): boolean {
  return reader.failedAt < 0 && reader.text.length * 6 - reader.at < 6
}
