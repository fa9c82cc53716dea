/**
 * The lesson beside the stage, under it on a phone: the step in words, what it shows or asks, and
 * the ways back, on and out. It never lies over the stage.
 */
import { useEffect, useRef } from 'react'
import { say } from '../../words/say.ts'
import { engineStore } from '../store/engineStore.ts'
import { Button } from '../widgets/Button.tsx'
import { Term } from '../widgets/Term.tsx'
import { WithTerms } from '../widgets/WithTerms.tsx'
import { GoalView } from './GoalView.tsx'
import type { Lesson, Step } from './lesson.ts'
import './lesson.css'
import { isDone, type LessonState, stepOf } from './lessonState.ts'
import { lessonStore } from './lessonStore.ts'
import { Lit } from './Lit.tsx'
import { enterStep, goToStep, leaveLesson } from './openLesson.ts'
import { PredictionView } from './PredictionView.tsx'
import { RowsOnPages } from './RowsOnPages.tsx'
import { useArrival } from './useArrival.ts'

export function LessonPanel() {
  const lesson = lessonStore(state => state.lesson)
  const state = lessonStore(store => store.state)
  if (lesson === null) return null
  return <OpenLesson lesson={lesson} state={state} />
}

interface LessonProps {
  lesson: Lesson
  state: LessonState
}

function OpenLesson({ lesson, state }: LessonProps) {
  const step = stepOf(lesson, state)
  const open = engineStore(({ opened }) => opened?.scenario.name)
  useReturnedFocus()
  return (
    <aside className="lesson" aria-label={`Lesson: ${lesson.title}`}>
      <header className="lesson-head">
        <div>
          <h2>{lesson.title}</h2>
          <small>
            Lesson · step {state.step + 1} of {lesson.steps.length}
          </small>
        </div>
        <Button icon="close" look="quiet" name="Leave the lesson" onClick={leaveLesson} />
      </header>
      <div className="lesson-content">
        {lesson.retired !== null && (
          <span className="honest">
            <Term name={lesson.retired.term}>{lesson.retired.words}</Term>
          </span>
        )}
        {open === undefined || open === step.story ? (
          <StepView key={step.id} step={step} state={state} />
        ) : (
          <Strayed />
        )}
      </div>
      <Ways lesson={lesson} state={state} />
    </aside>
  )
}

/** Where the focus came from, it goes back to when the lesson is left. */
function useReturnedFocus(): void {
  useEffect(() => {
    const before = document.activeElement
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
}

function StepView({ step, state }: { step: Step; state: LessonState }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { id, at, playTo, prediction, exhibit, goal } = step
  useEffect(() => heading.current?.focus(), [])
  const isAsking = prediction !== undefined && state.predicted[id] === undefined
  useArrival({ at: playTo ?? (isAsking ? at : null), name: `${id} ${isAsking}`, isHeld: isAsking })
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {say({ key: step.title, parameters: {} })}
      </h3>
      <p>
        <WithTerms text={say({ key: step.words, parameters: {} })} />
      </p>
      {exhibit !== undefined && <RowsOnPages exhibit={exhibit} />}
      {prediction !== undefined && <PredictionView step={step} {...{ prediction, state }} />}
      {goal !== undefined && <GoalView step={step} goal={goal} standing={state.standings[id]} />}
      <Lit ids={step.lit ?? []} />
    </>
  )
}

function Strayed() {
  return (
    <>
      <p>Another story is open. The lesson waits where you left it.</p>
      <Button look="strong" onClick={() => enterStep(true)}>
        Back to the lesson
      </Button>
    </>
  )
}

function Ways({ lesson, state }: LessonProps) {
  const isLast = state.step === lesson.steps.length - 1
  const isOpen = isDone(lesson, state)
  return (
    <footer className="lesson-ways">
      <Button disabled={state.step === 0} onClick={() => goToStep(state.step - 1)}>
        Back
      </Button>
      {isLast ? (
        <Button look={isOpen ? 'strong' : 'plain'} disabled={!isOpen} onClick={leaveLesson}>
          Finish
        </Button>
      ) : (
        <Button
          look={isOpen ? 'strong' : 'plain'}
          disabled={!isOpen}
          onClick={() => goToStep(state.step + 1)}
        >
          Next
        </Button>
      )}
    </footer>
  )
}
