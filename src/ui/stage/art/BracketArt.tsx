/** "Safe up to here": the bracket over the columns that carry it, and the tick of the VDL. */
import { memo } from 'react'
import type { BracketShape } from '../../scene/shapes/bracketShape.ts'
import './bracket.css'

export const BracketArt = memo(function BracketArt({ bracket }: { bracket: BracketShape }) {
  return (
    <g className="stage-bracket">
      <path d={bracket.leader} className="bracket-leader" />
      <path d={bracket.path} className="bracket-ground" />
      <path d={bracket.path} className="bracket-edge" />
      <path d={bracket.flag} className="bracket-flag" />
      <path d={bracket.vdl} className="bracket-vdl" />
    </g>
  )
})
