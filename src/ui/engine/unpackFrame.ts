/** A packet from the worker: its frame is read from its text once, when it is first looked at. */
import type { Frame } from '../../engine/contract/frame.ts'
import type { FramePacket, PostedFrame } from '../../workers/api.ts'

export function unpackFrame({ frame: text, ...rest }: PostedFrame): FramePacket {
  let frame: Frame | null = null
  return {
    ...rest,
    get frame(): Frame {
      frame ??= JSON.parse(text) as Frame
      return frame
    },
  }
}
