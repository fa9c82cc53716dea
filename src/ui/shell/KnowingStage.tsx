/** Asks what the chosen actor knows as the run goes on, and shows the stage through its eyes. */
import { useEffect } from 'react'
import type { TargetId } from '../../engine/contract/ids.ts'
import type { Knowledge } from '../../engine/contract/knowledge.ts'
import { KnownStage } from '../stage/KnownStage.tsx'
import { Stage } from '../stage/Stage.tsx'
import type { StageProps } from '../stage/stageProps.ts'
import { knowledgeSentences } from '../../words/knowledgeWords.ts'
import { learnSentences, say } from '../../words/say.ts'
import { knownStore } from '../store/knownStore.ts'
import { select } from '../store/select.ts'
import { useAsked } from '../store/useAsked.ts'
import { viewStore } from '../store/viewStore.ts'
import styles from './KnowingStage.module.css'

learnSentences(knowledgeSentences)

export function KnowingStage({ knower, ...props }: StageProps & { knower: string }) {
  const known = useAsked(`knowledge ${knower}`, engine => engine.knowledge(knower))
  useEffect(() => {
    knownStore.setState({ known })
    return () => knownStore.setState({ known: null })
  }, [known])
  useTold(known)
  const isThere = props.frame.actors.includes(knower)
  useEffect(() => {
    if (!isThere) viewStore.setState({ knower: null })
  }, [isThere])
  if (known?.actor !== knower) return <Stage {...props} />
  return (
    <>
      <KnownStage {...props} known={known} onSelect={selectKnown} />
      <p className={styles.chip}>
        <span>What {knower} knows</span>
        <button type="button" onClick={() => viewStore.setState({ knower: null })}>
          Show everything
        </button>
      </p>
    </>
  )
}

/** The panel of an instance, a node or a copy is what was heard of it. */
function selectKnown(selection: TargetId | null): void {
  select(selection)
  const isThing = selection !== null && !/[:<]/.test(selection)
  if (isThing && viewStore.getState().panel === 'why') viewStore.setState({ panel: 'knowledge' })
}

/** The caption and the hint are those of the one who looks. */
function useTold(known: Knowledge | null) {
  const caption = known ? say(known.picture.caption) : null
  const hint = known ? say(known.picture.hint) : ''
  useEffect(() => {
    viewStore.setState({ told: caption === null ? null : { caption, hint } })
    return () => viewStore.setState({ told: null })
  }, [caption, hint])
}
