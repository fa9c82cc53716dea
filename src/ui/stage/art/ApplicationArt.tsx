/** An application in its card of the strip: a window with a mark for what it feels. */
import { memo } from 'react'
import type { ApplicationShape } from '../../scene/shapes/applicationShapes.ts'
import './application.css'

type Feels = ApplicationShape['feels']

/** Drawn in a field of 16 × 16. */
const marks: Record<Feels, string> = {
  idle: 'M4 8h8',
  answered: 'M3.5 8.5l3 3l6 -7',
  inFlight: 'M3 8h.01M8 8h.01M13 8h.01',
  stalled: 'M5.5 4v8M10.5 4v8',
  reconnecting: 'M3 5.5h9l-2.5 -2.5M13 10.5h-9l2.5 2.5',
  retrying: 'M12.5 6a5 5 0 1 0 .5 4M13 3v3.5h-3.5',
  lost: 'M4 4l8 8m0 -8l-8 8',
}

export const ApplicationArt = memo(function ApplicationArt(props: {
  application: ApplicationShape
}) {
  const { card, box, feels } = props.application
  const scale = (box.width * 0.5) / 16
  const corner = `${box.x + box.width * 0.25} ${box.y + box.height * 0.32}`
  const place = `translate(${corner}) scale(${scale})`
  return (
    <g className={`stage-application is-${feels}`}>
      <rect {...card} rx="10" className="strip-card" />
      <rect {...box} rx="7" className="window" />
      <path d={`M${box.x} ${box.y + box.height * 0.24}h${box.width}`} className="window-bar" />
      <path d={marks[feels]} transform={place} className="window-mark" />
    </g>
  )
})
