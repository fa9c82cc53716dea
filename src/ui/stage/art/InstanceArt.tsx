/** An instance: a circle whose ring is the CPU in use; hatched when down, dashed while opening. */
import { memo } from 'react'
import type { InstanceShape } from '../../scene/shapes/instanceShapes.ts'
import './instance.css'

export const InstanceArt = memo(function InstanceArt({ instance }: { instance: InstanceShape }) {
  const at = { cx: instance.x, cy: instance.y }
  return (
    <g className={`stage-instance hue-${instance.hue} is-${instance.status}`}>
      <circle {...at} r={instance.radius} className="instance-ground" />
      {instance.ring !== '' && <path d={instance.ring} className="instance-ring" />}
      {instance.status === 'down' && (
        <circle {...at} r={instance.radius - 5} className="instance-hatch" />
      )}
    </g>
  )
})
