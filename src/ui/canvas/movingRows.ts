/** Views over the moving part of a frame, laid out as `MovingLayout` says; nothing is copied. */
import type { MovingLayout } from '../../engine/contract/frame.ts'

const layout: MovingLayout = {
  headerBytes: 16,
  rowBytes: 40,
  flags: {
    ...{ lost: 1, duplicate: 2, held: 4, dropped: 8, annulled: 16, stale: 32 },
    ...{ undoes: 64, purges: 128 },
  },
}

export const movingFlags = layout.flags

/** It is refused on arrival, or is such a refusal, and nothing else befalls it on its way. */
export function isBounce(flags: number): boolean {
  const { annulled, stale, lost, dropped } = movingFlags
  return (flags & (annulled | stale)) !== 0 && (flags & (lost | dropped)) === 0
}

export interface MovingRows {
  count: number
  /** Five numbers a row after two of the header: id, sentAt, arrivesAt, detail, the rest. */
  numbers: Float64Array
  /** Kind and flags stand at `byteOf(row)` and the byte after it. */
  bytes: Uint8Array
  /** From, to and group stand at `wordOf(row)` and the two after it. */
  words: Uint16Array
}

const numbersPerRow = layout.rowBytes / 8
const headerNumbers = layout.headerBytes / 8
/** After id, sentAt, arrivesAt and detail. */
const tailBytes = 32

/** Index of a row's first number, its id. */
export function numberOf(row: number): number {
  return headerNumbers + row * numbersPerRow
}

export function byteOf(row: number): number {
  return layout.headerBytes + row * layout.rowBytes + tailBytes
}

export function wordOf(row: number): number {
  return byteOf(row) / 2 + 1
}

const nothing = new ArrayBuffer(0)

/** A buffer that went back to the worker is empty, and nothing can look into it: no rows. */
export function movingRows(moving: ArrayBuffer): MovingRows {
  const buffer = moving.byteLength === 0 ? nothing : moving
  const numbers = new Float64Array(buffer, 0, Math.floor(buffer.byteLength / 8))
  const room = Math.floor((buffer.byteLength - layout.headerBytes) / layout.rowBytes)
  const count = numbers.length < headerNumbers ? 0 : Math.min(numbers[0] ?? 0, Math.max(0, room))
  return { count, numbers, bytes: new Uint8Array(buffer), words: new Uint16Array(buffer) }
}
