/**
 * Of the messages in flight an actor knows those that it has sent itself, and nothing of what
 * befalls them: not that one is lost or held, nor that the network has doubled it or a copy will
 * refuse it.
 */
import { byteOf, movingFlags, movingRows, numberOf, wordOf } from './movingRows.ts'

const bytesPerRow = numberOf(1) * 8 - numberOf(0) * 8

/** `actor`: its number in the frame. A buffer of its own: the given one goes back to the worker. */
export function movingKnown(moving: ArrayBuffer, actor: number): ArrayBuffer {
  const { count, words, bytes: before } = movingRows(moving)
  if (count === 0) return moving
  const isCopy = (row: number) => ((before[byteOf(row) + 1] ?? 0) & movingFlags.duplicate) !== 0
  const own: number[] = []
  for (let row = 0; row < count; row++) {
    if (words[wordOf(row)] === actor && !isCopy(row)) own.push(row)
  }
  const kept = new ArrayBuffer(numberOf(own.length) * 8)
  const bytes = new Uint8Array(kept)
  bytes.set(new Uint8Array(moving, 0, numberOf(0) * 8))
  new Float64Array(kept)[0] = own.length
  own.forEach((row, index) => {
    bytes.set(new Uint8Array(moving, numberOf(row) * 8, bytesPerRow), numberOf(index) * 8)
    bytes[byteOf(index) + 1] =
      (bytes[byteOf(index) + 1] ?? 0) & (movingFlags.undoes | movingFlags.purges)
  })
  return kept
}
