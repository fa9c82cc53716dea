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
        {veils.map(({ id, kind, box }) => (
          <rect key={id} {...box} rx={5} className={`veil veil-${kind}`} />
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
