/**
 * A crowd of messages for the bench of drawing: always 5,000 on their way between the instances
 * and storage nodes of a frame, laid out as `MovingLayout` says, each 10 ms long.
 */
import type { Frame } from '../../src/engine/contract/frame.ts'

export const crowdSize = 5_000
const headerBytes = 16
const rowBytes = 40
const flightMicros = 10_000
const noGroup = 65_535
const kinds = 8

export function crowdBuffer(): ArrayBuffer {
  return new ArrayBuffer(headerBytes + crowdSize * rowBytes)
}

export function fillCrowd(buffer: ArrayBuffer, frame: Frame): void {
  const view = new DataView(buffer)
  const ends = frame.instances.length + frame.nodes.length
  view.setFloat64(0, crowdSize, true)
  view.setFloat64(8, frame.at, true)
  for (let index = 0; index < crowdSize; index++) writeRow(view, index, frame.at, ends)
}

/** Each message has a phase of its own; when it has arrived, the next one starts in its place. */
function writeRow(view: DataView, index: number, at: number, ends: number): void {
  const row = headerBytes + index * rowBytes
  const begun = at + ((index * 7_919) % flightMicros)
  const turn = Math.floor(begun / flightMicros)
  const sentAt = at - (begun - turn * flightMicros)
  view.setFloat64(row, index + turn * crowdSize, true)
  view.setFloat64(row + 8, sentAt, true)
  view.setFloat64(row + 16, sentAt + flightMicros, true)
  view.setFloat64(row + 24, 1_000 + index, true)
  view.setUint8(row + 32, 1 + (index % kinds))
  view.setUint8(row + 33, 0)
  view.setUint16(row + 34, index % 2 === 0 ? 0 : 1 + ((index >>> 1) % (ends - 1)), true)
  view.setUint16(row + 36, index % 2 === 0 ? 1 + ((index >>> 1) % (ends - 1)) : 0, true)
  view.setUint16(row + 38, noGroup, true)
}
