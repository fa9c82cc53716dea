/**
 * How far one is in a lesson, as a value: which step, what was predicted, what the run then did,
 * and how the goal stands. Everything that happens to it is one of these events.
 */
import type { Fact } from '../../engine/contract/facts.ts'
import type { Sayable } from '../../words/say.ts'
import type { Withheld } from '../store/viewStore.ts'
import type { Lesson, Step } from './lesson.ts'

/** What the run did: the choices that held, and why. */
export interface Verdict {
  held: readonly string[]
  because: readonly Sayable[]
}

/** `because`: the fact that ended the attempt. */
export type Standing =
  | { kind: 'waiting' | 'underWay' | 'passed' }
  | { kind: 'failed'; because: Fact }

export interface LessonState {
  step: number
  /** By the id of the step. */
  predicted: Readonly<Record<string, string>>
  verdicts: Readonly<Record<string, Verdict>>
  standings: Readonly<Record<string, Standing>>
}

export type LessonEvent =
  | { kind: 'went'; step: number }
  | { kind: 'predicted'; choice: string }
  | { kind: 'revealed'; verdict: Verdict }
  | { kind: 'judged'; standing: Standing }

export const freshState: LessonState = { step: 0, predicted: {}, verdicts: {}, standings: {} }

export function stepOf({ steps }: Lesson, { step }: LessonState): Step {
  return steps[step] as Step
}

/** A prediction is given once, before the reveal; a goal that was reached stays reached. */
export function reduceLesson(lesson: Lesson, state: LessonState, event: LessonEvent): LessonState {
  const { id, prediction, goal } = stepOf(lesson, state)
  switch (event.kind) {
    case 'went':
      return canGoTo(lesson, state, event.step) ? { ...state, step: event.step } : state
    case 'predicted':
      if (state.predicted[id] !== undefined || !isChoice(prediction, event.choice)) return state
      return { ...state, predicted: { ...state.predicted, [id]: event.choice } }
    case 'revealed':
      if (state.predicted[id] === undefined || state.verdicts[id] !== undefined) return state
      return { ...state, verdicts: { ...state.verdicts, [id]: event.verdict } }
    case 'judged':
      if (goal === undefined || state.standings[id]?.kind === 'passed') return state
      return { ...state, standings: { ...state.standings, [id]: event.standing } }
  }
}

function isChoice(prediction: Step['prediction'], choice: string): boolean {
  return prediction?.choices.some(({ id }) => id === choice) === true
}

/** Back always; on by one step, and only when what the step asks has been done. */
function canGoTo(lesson: Lesson, state: LessonState, step: number): boolean {
  if (step < 0 || step >= lesson.steps.length) return false
  return step <= state.step || (step === state.step + 1 && isDone(lesson, state))
}

export function isDone(lesson: Lesson, state: LessonState): boolean {
  const { id, prediction, goal } = stepOf(lesson, state)
  if (prediction !== undefined && state.verdicts[id] === undefined) return false
  return goal === undefined || state.standings[id]?.kind === 'passed'
}

/** From the first step on until the prediction is given: nothing behind its instant. */
export function withheldIn(lesson: Lesson, state: LessonState): Withheld | null {
  const { story } = stepOf(lesson, state)
  const asks = ({ id, prediction }: Step) =>
    prediction !== undefined && state.predicted[id] === undefined
  const next = lesson.steps.slice(state.step).find(step => step.story === story && asks(step))
  return next === undefined ? null : { story, after: next.playTo ?? next.at }
}
