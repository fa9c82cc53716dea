/** A word on the stage that opens nothing; words of the glossary stand in an overlay. */
import { memo } from 'react'
import type { Label } from '../../scene/label.ts'

export const LabelArt = memo(function LabelArt({ label }: { label: Label }) {
  return (
    <text
      x={label.x}
      y={label.y}
      className={`stage-word tone-${label.tone}${label.isBold ? ' is-bold' : ''}`}
      fontSize={label.size}
      textAnchor={label.anchor}
    >
      {label.text}
    </text>
  )
})
