/** One pip of a quorum: filled with a tick when its copy is reachable, open with a cross if not. */
import { memo } from 'react'
import type { PipShape } from '../../scene/shapes/pipShapes.ts'
import './pip.css'

function tick({ x, y, radius: r }: PipShape): string {
  return `M${x - r * 0.45} ${y}l${r * 0.32} ${r * 0.36}l${r * 0.58} ${-r * 0.7}`
}

function cross({ x, y, radius: r }: PipShape): string {
  const d = r * 0.42
  return `M${x - d} ${y - d}l${2 * d} ${2 * d}m0 ${-2 * d}l${-2 * d} ${2 * d}`
}

export const PipArt = memo(function PipArt({ pip }: { pip: PipShape }) {
  const hasMark = pip.radius >= 4
  return (
    <g className={pip.isReachable ? 'stage-pip is-on' : 'stage-pip'}>
      <circle cx={pip.x} cy={pip.y} r={pip.radius} />
      {hasMark && <path d={pip.isReachable ? tick(pip) : cross(pip)} />}
    </g>
  )
})
