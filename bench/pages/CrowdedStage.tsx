/**
 * The stage with sixty live nodes and 5,000 messages, for the bench: the real drawing, fed from a
 * thread that runs the real engine. Receipts are noted in `window.crowdedStage`.
 */
import { useEffect, useState } from 'react'
import type { Frame } from '../../src/engine/contract/frame.ts'
import { Stage } from '../../src/ui/stage/Stage.tsx'
import { modelClock, setClock } from '../../src/ui/store/modelClock.ts'
import { speed } from './speed.ts'

interface Packet {
  frame: Frame
  moving: ArrayBuffer
}

const worker = new Worker(new URL('./crowd.worker.ts', import.meta.url), { type: 'module' })
const view = { isUnfolded: false, selection: null, theme: 'dark', isReducedMotion: false }
const ignore = () => undefined

/** The receipt alone: taking the packet out of its envelope and giving it to the page. */
function receive(event: MessageEvent<Packet>, give: (packet: Packet) => void): void {
  const begun = performance.now()
  const packet = event.data
  setClock({ at: packet.frame.at, speed }, begun)
  give(packet)
  window.crowdedStage.receipts.push(performance.now() - begun)
  window.crowdedStage.frames++
}

export function CrowdedStage() {
  const [packet, give] = useState<Packet | null>(null)
  useEffect(() => {
    worker.onmessage = event => receive(event, give)
  }, [])
  useEffect(() => {
    if (!packet) return
    return () => worker.postMessage(packet.moving, [packet.moving])
  }, [packet])
  if (!packet) return null
  return (
    <Stage
      frame={packet.frame}
      moving={packet.moving}
      timeSource={modelClock}
      view={view}
      isLocked={false}
      onSelect={ignore}
      onToggleFault={ignore}
    />
  )
}
