/** A copy's answer to a page change: a solid edge when kept, cut corners when refused. */
import { memo } from 'react'
import type { StampShape } from '../../scene/multimaster/checkShapes.ts'

/** Refused is an octagon, as on a road; the others are rounded. */
function cutCorners({ x, y, width, height }: StampShape['box']): string {
  const c = Math.min(6, height / 3, width / 3)
  const across = width - 2 * c
  const down = height - 2 * c
  return `M${x + c} ${y}h${across}l${c} ${c}v${down}l${-c} ${c}h${-across}l${-c} ${-c}v${-down}z`
}

export const StampArt = memo(function StampArt({ stamp }: { stamp: StampShape }) {
  const { box, kind, hue } = stamp
  return (
    <g className={`mm-stamp hue-${hue} is-${kind}`}>
      {kind === 'refused' ? (
        <path d={cutCorners(box)} className="stamp-edge" />
      ) : (
        <rect {...box} rx="5" className="stamp-edge" />
      )}
      <rect x={box.x + 2} y={box.y + 3} width="3" height={box.height - 6} className="stamp-hue" />
    </g>
  )
})
