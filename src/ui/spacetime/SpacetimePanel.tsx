/**
 * The space-time diagram of the window round the instant shown: who sent what to whom, when, and
 * what of it can have led to what. One cursor and one selection with the stage and the charts.
 */
import { useEffect } from 'react'
import { learnSentences } from '../../words/say.ts'
import { spacetimeWords, thinnedSentence } from '../../words/spacetimeWords.ts'
import { whySentences } from '../../words/whySentences.ts'
import type { SpacetimeAnswer } from '../../engine/contract/spacetime.ts'
import { engineStore } from '../store/engineStore.ts'
import { viewStore } from '../store/viewStore.ts'
import { useWidth } from '../widgets/useWidth.ts'
import { chosenIn } from './chosenIn.ts'
import { Diagram } from './Diagram.tsx'
import { castOf, everyLane, lanesOf } from './lanesOf.ts'
import { MessageList } from './MessageList.tsx'
import { Reading } from './Reading.tsx'
import { Signs } from './Signs.tsx'
import { chooseStory, spacetimeChoice } from './spacetimeChoice.ts'
import styles from './Spacetime.module.css'
import { spacetimeShapes } from './spacetimeShapes.ts'
import { SpacetimeTools } from './SpacetimeTools.tsx'
import { useSpaceWindow } from './useSpaceWindow.ts'

learnSentences(whySentences)

/** Names of lanes stand left of them. */
const gutter = 84
const narrowGutter = 58

export function SpacetimePanel() {
  const [element, width] = useWidth<HTMLDivElement>()
  const span = spacetimeChoice(state => state.span)
  const story = engineStore(({ opened }) => opened?.scenario.name ?? '')
  useEffect(() => chooseStory(story), [story])
  const { answer, isTooFast } = useSpaceWindow(span)
  return (
    <div ref={element} className={styles.panel}>
      {answer === null ? (
        <p className={styles.note}>{isTooFast ? spacetimeWords.tooFast : spacetimeWords.asking}</p>
      ) : (
        <Window answer={answer} width={width} isTooFast={isTooFast} />
      )}
    </div>
  )
}

interface WindowProps {
  answer: SpacetimeAnswer
  width: number
  isTooFast: boolean
}

function Window({ answer, width, isTooFast }: WindowProps) {
  const choice = spacetimeChoice()
  const selection = viewStore(state => state.selection)
  const frame = engineStore(state => state.frame)
  if (frame === null || width === 0) return null
  const cast = castOf(frame, answer)
  const isShown = ({ kind, group }: SpacetimeAnswer['messages'][number]) =>
    !choice.hiddenKinds.includes(kind) &&
    (choice.group === null || group === null || group === choice.group)
  const thing = chosenIn(answer, selection)
  const { transaction } = choice
  const left = width < 480 ? narrowGutter : gutter
  const lanes = lanesOf(cast, { hidden: choice.hiddenLanes, folded: choice.folded })
  const picture = spacetimeShapes(answer, lanes, { width, left, thing, transaction, isShown })
  const shown = { messages: answer.messages.filter(isShown), marks: answer.marks }
  return (
    <>
      <SpacetimeTools answer={answer} lanes={everyLane(cast)} groups={frame.groups.length} />
      {isTooFast && <p className={styles.note}>{spacetimeWords.tooFast}</p>}
      {choice.isList ? (
        <MessageList answer={answer} messages={shown.messages} />
      ) : (
        <>
          <Diagram answer={answer} picture={picture} shown={shown} thing={thing} />
          <Signs signs={picture.signs} lines={picture.lines} />
        </>
      )}
      <Reading answer={answer} thing={thing} counts={picture.counts} />
      <p className={styles.note}>
        {answer.isShortened && `${spacetimeWords.shortened} `}
        {picture.drawn < picture.all && thinnedSentence(picture.drawn, picture.all)}
        {picture.all === 0 && spacetimeWords.empty}
      </p>
    </>
  )
}
