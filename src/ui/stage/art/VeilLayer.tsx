/** Veils over what the chosen actor cannot know; loaded with the first choice. */
import type { Knowledge } from '../../../engine/contract/knowledge.ts'
import { sayKnown } from '../../../words/knowledgeWords.ts'
import { veilScene } from '../../scene/knowledge/veilScene.ts'
import type { Layout } from '../../scene/layout/layout.ts'
import { LabelArt } from './LabelArt.tsx'
import './veil.css'

interface VeilLayerProps {
  known: Knowledge
  layout: Layout
}

export function VeilLayer({ known, layout }: VeilLayerProps) {
  const { veils, labels } = veilScene(known, layout)
  const { width, height } = layout.size
  return (
    <>
      <svg width={width} height={height} className="stage-veil-layer" aria-hidden="true">
        <defs>
          <pattern id="veil-hatch" width="7" height="7" patternUnits="userSpaceOnUse">
            <path d="M0 7L7 0M-1 1l2 -2M6 8l2 -2" className="veil-line" />
          </pattern>
        </defs>
        {veils.map(({ id, kind, box }) => (
          <g key={id}>
            <rect {...box} rx={5} className={`veil veil-${kind}`} />
            <rect {...box} rx={5} fill="url(#veil-hatch)" />
          </g>
        ))}
        {labels.map(label => (
          <LabelArt key={label.id} label={label} />
        ))}
      </svg>
      <ul className="stage-unseen" aria-label={`What ${known.actor} knows of others`}>
        {known.others.map(other => (
          <li key={other.actor}>{sayKnown(other, known)}</li>
        ))}
      </ul>
    </>
  )
}
