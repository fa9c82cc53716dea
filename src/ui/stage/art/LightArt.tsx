/** A light as a shape: a disc with a tick, a triangle with a bar, a square with a cross. */
import { memo } from 'react'
import type { LightShape } from '../../scene/shapes/lightShapes.ts'
import './light.css'

const outlines: Record<LightShape['state'], string> = {
  on: 'M-11 0a11 11 0 1 0 22 0a11 11 0 1 0 -22 0z',
  waiting: 'M0 -11.5L12.5 10H-12.5z',
  off: 'M-10 -10h20v20h-20z',
}

const marks: Record<LightShape['state'], string> = {
  on: 'M-5 .5l3.6 3.6l6.6 -7.6',
  waiting: 'M0 -4v6M0 6.2v.1',
  off: 'M-4.5 -4.5l9 9m0 -9l-9 9',
}

export const LightArt = memo(function LightArt({ light }: { light: LightShape }) {
  return (
    <g
      className={`stage-light is-${light.state}`}
      transform={`translate(${light.at.x} ${light.at.y})`}
    >
      <path d={outlines[light.state]} className="light-outline" />
      <path d={marks[light.state]} className="light-mark" />
    </g>
  )
})
