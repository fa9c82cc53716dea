/** A moving part made by hand: each message is on its way from 1,000 µs to 2,000 µs. */
import { messageNumbers } from '../messageLook.ts'

export interface Message {
  from: string
  to: string
  /** The number of its kind on the wire; redo when left out. */
  kind?: number
  flags?: number
}

/** Laid out as `MovingLayout` says. */
export function movingBuffer(actors: string[], messages: Message[]): ArrayBuffer {
  const bytes = new DataView(new ArrayBuffer(16 + 40 * messages.length))
  bytes.setFloat64(0, messages.length, true)
  messages.forEach(({ from, to, kind = messageNumbers.WriteRedo, flags = 0 }, row) => {
    const at = 16 + 40 * row
    bytes.setFloat64(at + 8, 1_000, true)
    bytes.setFloat64(at + 16, 2_000, true)
    bytes.setUint8(at + 32, kind)
    bytes.setUint8(at + 33, flags)
    bytes.setUint16(at + 34, actors.indexOf(from), true)
    bytes.setUint16(at + 36, actors.indexOf(to), true)
  })
  return bytes.buffer
}
