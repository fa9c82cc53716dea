/**
 * Asks what one expects, once; then plays on, asks the run what happened, and says whether the
 * prediction was right and why.
 */
import { useState } from 'react'
import { say } from '../../words/say.ts'
import { engineStore } from '../store/engineStore.ts'
import { Button } from '../widgets/Button.tsx'
import { WithTerms } from '../widgets/WithTerms.tsx'
import { judgePrediction } from './judge.ts'
import type { Prediction, Step } from './lesson.ts'
import type { LessonState, Verdict } from './lessonState.ts'
import { lessonStore, tellLesson } from './lessonStore.ts'
import { useArrival } from './useArrival.ts'
import { useSeen } from './useSeen.ts'

interface PredictionProps {
  step: Step
  prediction: Prediction
  state: LessonState
}

const words = (key: string) => say({ key, parameters: {} })

export function PredictionView({ step, prediction, state }: PredictionProps) {
  const chosen = state.predicted[step.id]
  const verdict = state.verdicts[step.id]
  if (chosen === undefined) return <Question step={step} prediction={prediction} />
  if (verdict === undefined) return <Reveal {...{ step, prediction, chosen }} />
  return <VerdictView {...{ prediction, chosen, verdict }} />
}

type QuestionProps = Omit<PredictionProps, 'state'>

function Question({ step, prediction }: QuestionProps) {
  const [choice, setChoice] = useState<string | null>(null)
  return (
    <form
      className="lesson-form"
      onSubmit={event => {
        event.preventDefault()
        if (choice !== null) void predict(step, choice)
      }}
    >
      <fieldset>
        <legend>{words(prediction.question)}</legend>
        {prediction.choices.map(each => (
          <label key={each.id}>
            <input
              type="radio"
              name="prediction"
              value={each.id}
              checked={choice === each.id}
              onChange={() => setChoice(each.id)}
            />
            {words(each.words)}
          </label>
        ))}
      </fieldset>
      <Button type="submit" look="strong" disabled={choice === null}>
        That is what I expect
      </Button>
      <HeldBack />
    </form>
  )
}

/** Whoever wants to go on first is told again, louder. */
function HeldBack() {
  const refusals = lessonStore(state => state.refusals)
  const seen = useSeen<HTMLElement>(`${refusals}`)
  if (refusals === 0) return <small>{words('lesson.heldBack')}</small>
  return (
    <strong ref={seen} className="lesson-refusal">
      {words('lesson.firstSay')}
    </strong>
  )
}

/** Gives the prediction; what was withheld is played from the instant of the question on. */
async function predict({ at, playTo }: Step, choice: string): Promise<void> {
  tellLesson({ kind: 'predicted', choice })
  const { engine } = engineStore.getState()
  await engine?.seek(playTo ?? at)
  await engine?.play()
}

function expected({ choices }: Prediction, chosen: string): string {
  return words(choices.find(({ id }) => id === chosen)?.words ?? '')
}

function Reveal({ step, prediction, chosen }: QuestionProps & { chosen: string }) {
  const { revealTo } = prediction
  useArrival({
    at: revealTo,
    name: `${step.id} reveal`,
    isHeld: false,
    onArrived: () => void reveal(step, prediction),
  })
  return (
    <>
      <p>You expect: {expected(prediction, chosen)}. Watch the six answers.</p>
      <Button onClick={() => void engineStore.getState().engine?.seek(revealTo)}>
        Skip to the outcome
      </Button>
    </>
  )
}

async function reveal({ at }: Step, prediction: Prediction): Promise<void> {
  const { engine } = engineStore.getState()
  if (engine === null) return
  const stretch = { from: at, to: prediction.revealTo }
  const verdict = await judgePrediction(engine, prediction, stretch)
  tellLesson({ kind: 'revealed', verdict })
}

interface VerdictProps {
  prediction: Prediction
  chosen: string
  verdict: Verdict
}

/** Shape and word as well as colour. */
function VerdictView({ prediction, chosen, verdict }: VerdictProps) {
  const { held, because } = verdict
  const isRight = held.includes(chosen)
  const what = held.map(id => expected(prediction, id)).join('; ')
  const key = held.length === 0 ? 'unforeseen' : isRight ? 'right' : 'wrong'
  const seen = useSeen<HTMLDivElement>(key)
  return (
    <div ref={seen} role="status" className="lesson-verdict" data-right={isRight}>
      <p>You expected: {expected(prediction, chosen)}.</p>
      <p>
        <strong>{say({ key: `lesson.${key}`, parameters: { what } })}</strong>
      </p>
      <ul aria-label="Why">
        {because.map(sayable => (
          <li key={JSON.stringify(sayable)}>
            <WithTerms text={say(sayable)} />
          </li>
        ))}
      </ul>
    </div>
  )
}
