/**
 * A breathing instance: the outline of its maximum, the disc of what it has with the CPU in use as
 * its ring, the dashed halo of what it needs. Asleep it is an empty outline with a moon.
 */
import { memo } from 'react'
import type { BreathingShape } from '../../scene/serverless/breathingShapes.ts'

import './breathing.css'
import { TankArt } from './TankArt.tsx'
import { V1Art } from './V1Art.tsx'

const moon = 'M3.5 -9a9.5 9.5 0 1 0 6 13.5a8 8 0 0 1 -6 -13.5z'

function Halo({ shape }: { shape: BreathingShape }) {
  if (shape.halo === null) return null
  const look = shape.halo > shape.radius ? 'breathing-halo is-beyond' : 'breathing-halo'
  return (
    <circle
      cx={shape.x}
      cy={shape.y}
      r={shape.halo}
      className={shape.isShort ? `${look} is-short` : look}
    />
  )
}

function Awake({ shape }: { shape: BreathingShape }) {
  const isBeyond = shape.halo !== null && shape.halo > shape.radius
  return (
    <>
      {isBeyond && <Halo shape={shape} />}
      <circle cx={shape.x} cy={shape.y} r={shape.radius} className="breathing-disc" />
      {shape.ring !== '' && <path d={shape.ring} className="breathing-ring" />}
      {!isBeyond && <Halo shape={shape} />}
    </>
  )
}

export const BreathingArt = memo(function BreathingArt({ shape }: { shape: BreathingShape }) {
  const { x, y, state, outline, tank, v1 } = shape
  return (
    <g className={`stage-breathing is-${state}`}>
      <circle cx={x} cy={y} r={outline} className="breathing-outline" />
      {state === 'down' && <circle cx={x} cy={y} r={outline - 5} className="instance-hatch" />}
      {shape.radius > 0 && state !== 'down' && <Awake shape={shape} />}
      {(state === 'paused' || state === 'resuming') && (
        <path d={moon} transform={`translate(${x} ${y})`} className="breathing-moon" />
      )}
      {tank !== null && <TankArt tank={tank} />}
      {v1 !== null && <V1Art shape={v1} />}
    </g>
  )
})
