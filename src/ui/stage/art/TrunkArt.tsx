/** The shared part of bundled ways: a soft band as wide as its traffic. */
import { memo } from 'react'
import type { Frame } from '../../../engine/contract/frame.ts'
import type { Wiring } from '../../scene/routes/routeBetween.ts'
import { trunkShapes } from '../../scene/shapes/trunkShapes.ts'
import './link.css'

interface TrunkProps {
  instances: Frame['instances']
  wiring: Wiring
  traffic: readonly number[]
}

/** Drawn anew only when the traffic was counted or the ways have moved. */
export const TrunkArt = memo(
  function TrunkArt({ instances, wiring, traffic }: TrunkProps) {
    return trunkShapes(instances, wiring, traffic).map(({ id, hue, path, width }) => (
      <path key={id} d={path} className={`stage-trunk hue-${hue}`} strokeWidth={width} />
    ))
  },
  (before, now) => before.traffic === now.traffic && before.wiring === now.wiring,
)
