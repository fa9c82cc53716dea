/**
 * The lesson that is open and how far one is in it. Whatever happens to it is told here; what must
 * be withheld follows from it at once.
 */
import { create } from 'zustand'
import { revise } from '../store/revise.ts'
import { showWithheld } from '../store/receiveFrame.ts'
import { viewStore } from '../store/viewStore.ts'
import type { Lesson } from './lesson.ts'
import {
  freshState,
  type LessonEvent,
  type LessonState,
  reduceLesson,
  withheldIn,
} from './lessonState.ts'

interface LessonsState {
  lesson: Lesson | null
  state: LessonState
  /** The instant of the step has been shown; before that one looks at the step before. */
  isEntered: boolean
  /** How often somebody wanted to go on before the question of the step was answered. */
  refusals: number
  /** Lessons that were left, by name: they go on where they were. */
  kept: Readonly<Record<string, LessonState>>
}

export const lessonStore = create<LessonsState>()(() => ({
  lesson: null,
  state: freshState,
  isEntered: false,
  refusals: 0,
  kept: {},
}))

const unentered = { isEntered: false, refusals: 0 }

function withhold(): void {
  const { lesson, state } = lessonStore.getState()
  viewStore.setState({ withheld: lesson === null ? null : withheldIn(lesson, state) })
  showWithheld()
  revise()
}

export function tellLesson(event: LessonEvent): void {
  const { lesson, state } = lessonStore.getState()
  if (lesson === null) return
  const next = reduceLesson(lesson, state, event)
  if (next === state) return
  lessonStore.setState({ state: next, ...(next.step !== state.step && unentered) })
  withhold()
}

/** From a step on, or where it was left. */
export function takeUp(lesson: Lesson, step: number | null): void {
  const { kept } = lessonStore.getState()
  const state = kept[lesson.name] ?? freshState
  const at = step === null ? state : { ...state, step }
  lessonStore.setState({ lesson, state: at, ...unentered })
  withhold()
}

export function putDown(): void {
  const { lesson, state, kept } = lessonStore.getState()
  if (lesson === null) return
  lessonStore.setState({ lesson: null, kept: { ...kept, [lesson.name]: state } })
  withhold()
}
