/** A zone as a panel; hatched over when it is out. */
import { memo } from 'react'
import type { ZoneShape } from '../../scene/shapes/zoneShapes.ts'

export const ZoneArt = memo(function ZoneArt({ zone }: { zone: ZoneShape }) {
  return (
    <g className={zone.isOut ? 'stage-zone is-out' : 'stage-zone'}>
      <rect {...zone.box} rx="14" />
      {zone.isOut && <rect {...zone.box} rx="14" className="stage-hatch" />}
    </g>
  )
})
