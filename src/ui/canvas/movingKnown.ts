/** Of the messages in flight an actor knows those that it has sent itself. */
import { movingRows, numberOf, wordOf } from './movingRows.ts'

const bytesPerRow = numberOf(1) * 8 - numberOf(0) * 8

/** `actor`: its number in the frame. A buffer of its own: the given one goes back to the worker. */
export function movingKnown(moving: ArrayBuffer, actor: number): ArrayBuffer {
  const { count, words } = movingRows(moving)
  if (count === 0) return moving
  const own: number[] = []
  for (let row = 0; row < count; row++) if (words[wordOf(row)] === actor) own.push(row)
  const kept = new ArrayBuffer(numberOf(own.length) * 8)
  const bytes = new Uint8Array(kept)
  bytes.set(new Uint8Array(moving, 0, numberOf(0) * 8))
  new Float64Array(kept)[0] = own.length
  own.forEach((row, index) => {
    bytes.set(new Uint8Array(moving, numberOf(row) * 8, bytesPerRow), numberOf(index) * 8)
  })
  return kept
}
