/** What is chosen, in a sentence, with what can have led to it, and ways on from there. */
import type { SpacetimeAnswer } from '../../engine/contract/spacetime.ts'
import { namePlace } from '../../words/namePlace.ts'
import { say } from '../../words/say.ts'
import { sayableFact } from '../../words/sayableFact.ts'
import { coneSentence, messageSentence, spacetimeWords } from '../../words/spacetimeWords.ts'
import { viewStore } from '../store/viewStore.ts'
import { Button } from '../widgets/Button.tsx'
import { formatInstant } from '../widgets/formatInstant.ts'
import type { Thing } from './chosenIn.ts'
import { choose, spacetimeChoice } from './spacetimeChoice.ts'
import styles from './Spacetime.module.css'
import type { SpacetimePicture } from './spacetimeShapes.ts'

interface ReadingProps {
  answer: SpacetimeAnswer
  thing: Thing | null
  counts: SpacetimePicture['counts']
}

function sentenceOf(thing: Thing, { actors }: SpacetimeAnswer): string {
  if (thing.kind === 'mark') {
    const { fact } = thing.mark
    return `${formatInstant(fact.at)}: ${say(sayableFact(fact))}`
  }
  const { message } = thing
  const name = (actor: number) => namePlace(actors[actor] ?? '')
  const ends = { from: name(message.from), to: name(message.to) }
  return `${formatInstant(message.sentAt)}: ${messageSentence(message, ends)}.`
}

function transactionOf(thing: Thing): number | null {
  if (thing.kind === 'message') return thing.message.transactions[0] ?? null
  const { transaction } = thing.mark.fact.parameters as { transaction?: number }
  return transaction ?? null
}

export function Reading({ answer, thing, counts }: ReadingProps) {
  const followed = spacetimeChoice(state => state.transaction)
  if (thing === null) return <p className={styles.reading}>{spacetimeWords.hint}</p>
  const transaction = transactionOf(thing)
  return (
    <div className={styles.reading} aria-live="polite">
      <p>
        {sentenceOf(thing, answer)}
        {counts !== null && ` In this window ${coneSentence(counts)}.`}
      </p>
      <Button onClick={() => viewStore.setState({ panel: 'why' })}>Why?</Button>
      {transaction !== null && transaction !== followed && (
        <Button onClick={() => choose({ transaction })}>Follow transaction {transaction}</Button>
      )}
      <Button look="quiet" onClick={() => viewStore.setState({ selection: null })}>
        Let go
      </Button>
    </div>
  )
}
