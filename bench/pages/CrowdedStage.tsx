/**
 * The stage with sixty live nodes and 5,000 messages, for the bench: the real drawing, fed from a
 * thread that runs the real engine. Receipts are noted in `window.crowdedStage`.
 */
import { useEffect } from 'react'
import { Stage } from '../../src/ui/stage/Stage.tsx'
import { unpackFrame } from '../../src/ui/engine/unpackFrame.ts'
import { engineStore } from '../../src/ui/store/engineStore.ts'
import { modelClock } from '../../src/ui/store/modelClock.ts'
import { receiveFrame } from '../../src/ui/store/receiveFrame.ts'
import type { PostedFrame } from '../../src/workers/api.ts'

const worker = new Worker(new URL('./crowd.worker.ts', import.meta.url), { type: 'module' })
const view = { isUnfolded: false, selection: null, theme: 'dark', isReducedMotion: false }
const ignore = () => undefined

/** The receipt alone: taking the packet out of its envelope and giving it to the page. */
worker.onmessage = (event: MessageEvent<PostedFrame>) => {
  const begun = performance.now()
  receiveFrame(unpackFrame(event.data))
  window.crowdedStage.receipts.push(performance.now() - begun)
  window.crowdedStage.frames++
}

export function CrowdedStage() {
  const frame = engineStore(state => state.frame)
  const moving = engineStore(state => state.moving)
  useEffect(() => {
    if (moving.byteLength === 0) return
    return () => worker.postMessage(moving, [moving])
  }, [moving])
  if (!frame) return null
  return (
    <Stage
      frame={frame}
      moving={moving}
      timeSource={modelClock}
      view={view}
      isLocked={false}
      onSelect={ignore}
      onToggleFault={ignore}
    />
  )
}
