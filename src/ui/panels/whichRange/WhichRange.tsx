/**
 * Which range? A load played for a range and for a fixed instance in a worker of its own: what a
 * day costs and who waits, for ranges around it too, and for other loads. Closing the dialog ends
 * nothing.
 */
import { learnSentences, say } from '../../../words/say.ts'
import { whichRangeSentences } from '../../../words/whichRangeSentences.ts'
import { engineStore } from '../../store/engineStore.ts'
import { Button } from '../../widgets/Button.tsx'
import { Choices } from './Choices.tsx'
import { LoadForm } from './LoadForm.tsx'
import { callOff, playChosen, playGrid, playShapes, presentLoad } from './play.ts'
import { RangeChart } from './RangeChart.tsx'
import { rangeStore } from './rangeStore.ts'
import { Rows } from './Rows.tsx'
import { Shapes } from './Shapes.tsx'
import styles from './WhichRange.module.css'

learnSentences(whichRangeSentences)

export function WhichRange() {
  return (
    <div className={styles.whichRange}>
      <p>{say({ key: 'whichRange.question', parameters: {} })}</p>
      <LoadForm />
      <Choices />
      <Plays />
      <Rows />
      <RangeChart />
      <Shapes />
      <p className={styles.note}>{say({ key: 'whichRange.note', parameters: {} })}</p>
    </div>
  )
}

function Plays() {
  const { state, done, all, problem } = rangeStore()
  const hasOwn = engineStore(({ frame }) => (frame?.serverless?.demand.length ?? 0) > 0)
  const isNone = rangeStore(({ load }) => load.shape === 'own') && !hasOwn
  if (state === 'running') {
    return (
      <div className={styles.plays}>
        <progress aria-label="Playing" value={done} max={Math.max(1, all)} />
        <span>{all === 0 ? 'Setting up the laboratory…' : `${done} of ${all} days played`}</span>
        <Button onClick={callOff}>Call it off</Button>
      </div>
    )
  }
  const isOff = isNone || presentLoad() === null
  return (
    <div className={styles.plays}>
      <Button icon="play" look="strong" disabled={isOff} onClick={() => void playChosen()}>
        Play the day
      </Button>
      <Button disabled={isOff} onClick={() => void playGrid()}>
        Try ranges around it
      </Button>
      <Button onClick={() => void playShapes()}>Try other loads</Button>
      <span role="status">
        {state === 'failed' && `It could not be played: ${problem}.`}
        {state === 'calledOff' && `Called off after ${done} of ${all} days.`}
        {isOff && say({ key: 'whichRange.noLoad', parameters: {} })}
      </span>
    </div>
  )
}
