/** The gauges of lag under the link of two writers: full is a tenth of a second. */
import { memo } from 'react'
import { inset } from '../../scene/geometry.ts'
import type { LagShape } from '../../scene/multimaster/lagShapes.ts'

export const LagArt = memo(function LagArt({ lag }: { lag: LagShape }) {
  return lag.gauges.map(({ id, track, fill, isLate }) => (
    <g key={id} className={isLate ? 'mm-gauge is-late' : 'mm-gauge'}>
      <rect {...inset(track, -1)} rx="4" className="gauge-track" />
      <rect {...fill} rx="3" className="gauge-fill" />
    </g>
  ))
})
