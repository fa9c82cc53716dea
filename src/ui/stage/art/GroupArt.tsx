/** A group as a small card; the large one is outlined, the one that holds VDL back glows. */
import { memo } from 'react'
import type { GroupShape } from '../../scene/shapes/groupShapes.ts'
import { PipArt } from './PipArt.tsx'
import './group.css'

function groupClass({ isLarge, isMet, holdsBack }: GroupShape): string {
  const words = ['stage-group', isLarge && 'is-large', !isMet && 'is-unmet', holdsBack && 'is-back']
  return words.filter(Boolean).join(' ')
}

export const GroupArt = memo(function GroupArt({ group }: { group: GroupShape }) {
  return (
    <g className={groupClass(group)}>
      <rect {...group.box} rx="8" />
      <path d={group.bars} className="group-bars" />
      {group.pips.map(pip => (
        <PipArt key={pip.x} pip={pip} />
      ))}
    </g>
  )
})
