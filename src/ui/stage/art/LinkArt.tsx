/** A link: a thin line, dashed when it loses messages, with a gap and a mark when it is cut. */
import { memo } from 'react'
import type { LinkShape } from '../../scene/shapes/linkShapes.ts'
import './link.css'

const cuts: Partial<Record<LinkShape['state'], string>> = {
  cut: 'M-6 -6l12 12m0 -12l-12 12',
  cutThere: 'M-7 3h14M0 -7v7m-4 -4l4 4l4 -4',
  cutBack: 'M-7 -3h14M0 7v-7m-4 4l4 -4l4 4',
}

export const LinkArt = memo(function LinkArt({ link }: { link: LinkShape }) {
  const mark = cuts[link.state]
  const isCut = mark !== undefined
  const className = `stage-link is-${link.kind} hue-${link.hue} is-${isCut ? 'cut' : link.state}`
  return (
    <g className={className} data-link={link.id}>
      <path d={link.path} pathLength={isCut ? 100 : undefined} />
      {link.strokes > 0 && <path d={link.grip} className={`link-strokes-${link.strokes}`} />}
      {isCut && (
        <g transform={`translate(${link.markAt.x} ${link.markAt.y})`}>
          <circle r="10" className="cut-ground" />
          <path d={mark} className="cut-mark" />
        </g>
      )}
    </g>
  )
})
