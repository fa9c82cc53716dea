/** A zone as a panel; dark with a broken edge when it is out. */
import { memo } from 'react'
import type { ZoneShape } from '../../scene/shapes/zoneShapes.ts'
import './zone.css'

export const ZoneArt = memo(function ZoneArt({ zone }: { zone: ZoneShape }) {
  return <rect {...zone.box} rx="14" className={zone.isOut ? 'stage-zone is-out' : 'stage-zone'} />
})
