/** The page's end of the frame port, for tests: keeps what came, and gives buffers back. */
import type { FramePacket, Heartbeat, PostedFrame } from '../api.ts'
import type { FramePort } from '../frameSender.ts'

export interface FakePage {
  port: FramePort
  packets: FramePacket[]
  beats: Heartbeat[]
  /** Give every buffer back at once. */
  isGenerous: boolean
  giveBack(): void
  ask(message: Heartbeat): void
}

export function fakePage(): FakePage {
  const away: ArrayBuffer[] = []
  const tell = (message: unknown) => page.port.onmessage?.({ data: message } as MessageEvent)
  const page: FakePage = {
    packets: [],
    beats: [],
    isGenerous: true,
    port: {
      onmessage: null,
      postMessage: message => {
        if (typeof message === 'string') page.beats.push(message)
        else keep(message)
      },
    },
    giveBack: () => {
      const moving = away.shift()
      if (moving) tell({ moving })
    },
    ask: message => tell(message),
  }
  function keep(packet: PostedFrame): void {
    page.packets.push({ ...packet, frame: JSON.parse(packet.frame) })
    away.push(packet.moving)
    if (page.isGenerous) queueMicrotask(page.giveBack)
  }
  return page
}
