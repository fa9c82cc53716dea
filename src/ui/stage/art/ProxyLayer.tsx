/** A proxy on the stage; loaded for a cluster that has one. */
import type { Frame } from '../../../engine/contract/frame.ts'
import { proxyScene } from '../../scene/proxy/proxyScene.ts'
import type { Wiring } from '../../scene/routes/routeBetween.ts'
import { TermWords } from '../TermWords.tsx'
import './proxy.css'

export function ProxyLayer({ frame, wiring }: { frame: Frame; wiring: Wiring }) {
  const scene = proxyScene(frame, wiring)
  if (scene === null) return null
  const { width, height } = wiring.layout.size
  const { at, phase, way, label, description } = scene
  return (
    <>
      <svg width={width} height={height} className="stage-proxy-layer" aria-hidden="true">
        {way !== null && <path d={way} className="proxy-way" />}
        <path d={`M${at.x - 8} ${at.y - 4.5}l8 -4.5l8 4.5v9l-8 4.5l-8 -4.5z`} data-phase={phase} />
      </svg>
      <TermWords labels={[label]} />
      <p className="stage-unseen">{description}</p>
    </>
  )
}
