/** The lane of one writer in one copy: body, cells by state, marks and its own bracket. */
import { memo } from 'react'
import type { LaneShape } from '../../scene/multimaster/laneShapes.ts'

const kinds = [
  ...(['hole', 'tentative', 'accepted', 'committed'] as const),
  ...(['refused', 'annulled', 'crosses', 'strikes', 'marks'] as const),
]

export const LaneArt = memo(function LaneArt({ lane }: { lane: LaneShape }) {
  return (
    <g className={`mm-lane hue-${lane.hue}${lane.isDown ? ' is-down' : ''}`}>
      <rect {...lane.ground} rx="4" className="lane-ground" />
      <rect {...lane.body} rx="3" className="lane-body" />
      <path d={lane.base} className="lane-base" />
      {kinds.map(
        kind => lane[kind] !== '' && <path key={kind} d={lane[kind]} className={`lane-${kind}`} />,
      )}
      {lane.lsns.map(({ x, y, text, isOnFull }) => (
        <text
          key={text}
          x={x}
          y={y}
          textAnchor="middle"
          className={isOnFull ? 'lane-lsn is-on-full' : 'lane-lsn'}
        >
          {text}
        </text>
      ))}
      <text x={lane.foot.x} y={lane.foot.y} textAnchor="middle" className="lane-foot">
        {lane.foot.text}
      </text>
      {lane.bracket !== '' && (
        <path
          d={lane.bracket}
          className={lane.isBracketOpen ? 'lane-bracket is-open' : 'lane-bracket'}
        />
      )}
    </g>
  )
})
