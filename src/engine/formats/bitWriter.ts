/**
 * Writes a string of bits in the letters of base64url. Small numbers take few bits (varints in
 * groups of a chosen width), long round ones too (a mantissa and its trailing decimal zeros).
 */
import { bitLetters, twoTimes } from './bitLetters.ts'

export interface BitWriter {
  text: string
  /** Bits not yet written as a letter, and how many. */
  open: number
  openCount: number
}

export function createBitWriter(): BitWriter {
  return { text: '', open: 0, openCount: 0 }
}

export function putBit(writer: BitWriter, bit: number): void {
  writer.open = writer.open * 2 + bit
  writer.openCount++
  if (writer.openCount < 6) return
  writer.text += bitLetters[writer.open]
  writer.open = 0
  writer.openCount = 0
}

/** The lowest `width` bits of a whole number, highest first. */
export function putBits(writer: BitWriter, value: number, width: number): void {
  for (let k = width - 1; k >= 0; k--) putBit(writer, Math.floor(value / twoTimes(k)) % 2)
}

/** Groups of `width` bits, lowest first, each with a bit in front that says whether more follow. */
export function putVarint(writer: BitWriter, value: number, width: number): void {
  const size = twoTimes(width)
  let rest = value
  while (rest >= size) {
    putBit(writer, 1)
    putBits(writer, rest % size, width)
    rest = Math.floor(rest / size)
  }
  putBit(writer, 0)
  putBits(writer, rest, width)
}

/** `250000` is 25 and four zeros. */
export function putRound(writer: BitWriter, value: number): void {
  let zeros = 0
  let mantissa = value
  while (zeros < 7 && mantissa > 0 && mantissa % 10 === 0) {
    mantissa /= 10
    zeros++
  }
  putBits(writer, zeros, 3)
  putVarint(writer, mantissa, 4)
}

/** The number above `2^width` in unary, then `width` bits: short when most values are alike. */
export function putRice(writer: BitWriter, value: number, width: number): void {
  const size = twoTimes(width)
  for (let k = Math.floor(value / size); k > 0; k--) putBit(writer, 1)
  putBit(writer, 0)
  putBits(writer, value % size, width)
}

export function putText(writer: BitWriter, text: string): void {
  const points = [...text]
  putVarint(writer, points.length, 5)
  for (const point of points) putVarint(writer, point.codePointAt(0) ?? 0, 7)
}

/** All letters; the last is filled up with zeros. */
export function endBits(writer: BitWriter): string {
  while (writer.openCount > 0) putBit(writer, 0)
  return writer.text
}
