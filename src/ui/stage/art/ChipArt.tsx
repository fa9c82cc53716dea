/** A storage node that holds no copy of the large group. */
import { memo } from 'react'
import type { ChipShape } from '../../scene/shapes/chipShapes.ts'
import './chip.css'

function chipClass({ isUp, isReachable, isSpare }: ChipShape): string {
  const words = ['stage-chip', !isUp && 'is-down', !isReachable && 'is-cut', isSpare && 'is-spare']
  return words.filter(Boolean).join(' ')
}

export const ChipArt = memo(function ChipArt({ chip }: { chip: ChipShape }) {
  return (
    <g className={chipClass(chip)}>
      <rect {...chip.box} rx="5" />
      {!chip.isUp && <rect {...chip.box} rx="5" className="stage-hatch" />}
    </g>
  )
})
