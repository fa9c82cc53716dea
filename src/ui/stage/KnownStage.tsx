/** The stage as one actor can know it: its frame, its own messages, and veils over the rest. */
import { useMemo } from 'react'
import type { Knowledge } from '../../engine/contract/knowledge.ts'
import { movingKnown } from '../canvas/movingKnown.ts'
import { asKnown } from '../scene/knowledge/asKnown.ts'
import { VeilLayer } from './art/VeilLayer.tsx'
import { Stage } from './Stage.tsx'
import type { StageProps } from './stageProps.ts'

export function KnownStage({ known, ...props }: StageProps & { known: Knowledge }) {
  const { frame, moving } = props
  const seen = useMemo(() => asKnown(frame, known), [frame, known])
  const actor = frame.actors.indexOf(known.actor)
  const sent = useMemo(() => movingKnown(moving, actor), [moving, actor])
  return (
    <Stage
      {...props}
      frame={seen}
      moving={sent}
      veil={layout => <VeilLayer frame={seen} known={known} layout={layout} />}
    />
  )
}
