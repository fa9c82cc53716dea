/** A small clock: this node is slow. */
import { memo } from 'react'
import type { ClockShape } from '../../scene/shapes/clockShapes.ts'
import './clock.css'

export const ClockArt = memo(function ClockArt({ clock }: { clock: ClockShape }) {
  return (
    <g className="stage-clock" transform={`translate(${clock.x} ${clock.y})`}>
      <circle r="6.5" />
      <path d="M0 -4v4l3 1.8" />
    </g>
  )
})
