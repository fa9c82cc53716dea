/**
 * What the stage shows of Serverless: the breathing instances and the words
 * in the free room beside the zones. Loaded only for a cluster that has such an instance.
 */
import { useMemo, useRef } from 'react'
import type { Frame } from '../../../engine/contract/frame.ts'
import { learnTerms } from '../../../words/defineTerm.ts'
import { serverlessTerms } from '../../../words/serverlessTerms.ts'
import type { Layout } from '../../scene/layout/layout.ts'
import { type ServerlessScene, serverlessScene } from '../../scene/serverless/serverlessScene.ts'
import { shareEqual } from '../../scene/shareEqual.ts'
import { TermWords } from '../TermWords.tsx'
import { BreathingArt } from './BreathingArt.tsx'
import { LabelArt } from './LabelArt.tsx'

learnTerms(serverlessTerms)

interface ServerlessLayerProps {
  frame: Frame
  layout: Layout
}

function useServerlessScene(frame: Frame, layout: Layout): ServerlessScene {
  const before = useRef<ServerlessScene | null>(null)
  return useMemo(() => {
    const drawn = shareEqual(before.current, serverlessScene(frame, layout))
    before.current = drawn
    return drawn
  }, [frame, layout])
}

export function ServerlessLayer({ frame, layout }: ServerlessLayerProps) {
  const { breathing, labels, descriptions } = useServerlessScene(frame, layout)
  const { width, height } = layout.size
  return (
    <>
      <svg width={width} height={height} className="stage-serverless" aria-hidden="true">
        {breathing.map(shape => (
          <BreathingArt key={shape.id} shape={shape} />
        ))}
        {labels.map(label => label.term === null && <LabelArt key={label.id} label={label} />)}
      </svg>
      <ul className="stage-unseen" aria-label="Capacity">
        {descriptions.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
      <TermWords labels={labels} />
    </>
  )
}
