/**
 * Opens a lesson, goes from step to step, and leaves it. Entering a step shows its instant of its
 * story; from there it plays on where the step says so.
 */
import { learnSentences } from '../../words/say.ts'
import { lessonSentences } from '../../words/lessonSentences.ts'
import { engineStore } from '../store/engineStore.ts'
import { openStory } from '../store/openSource.ts'
import { showWithheld } from '../store/receiveFrame.ts'
import { viewStore } from '../store/viewStore.ts'
import { lessonNamed } from './catalogue.ts'
import { followLesson } from './lessonAddress.ts'
import { stepOf } from './lessonState.ts'
import { lessonStore, putDown, takeUp, tellLesson } from './lessonStore.ts'
import { lookAt } from './lookAt.ts'
import { whenShown } from './whenShown.ts'
import { withholding } from './withholding.ts'

learnSentences(lessonSentences)

let isGated = false

/** From now on the page asks the engine through the gate; and what it held back may be shown. */
function gateEngine(): void {
  const { engine } = engineStore.getState()
  if (isGated || engine === null) return
  isGated = true
  engineStore.setState({ engine: withholding(engine) })
  engineStore.subscribe(({ opened }, before) => {
    if (opened !== before.opened) showWithheld()
  })
}

/** False when there is no lesson of that name. */
export async function openLesson(name: string, step: number | null = null): Promise<boolean> {
  const lesson = lessonNamed(name)
  if (lesson === undefined) return false
  gateEngine()
  const known = step !== null && step < lesson.steps.length ? step : null
  takeUp(lesson, known)
  viewStore.setState({ lesson: name, dialog: null })
  await enterStep(true)
  return true
}

export function leaveLesson(): void {
  putDown()
  viewStore.setState({ lesson: null })
  followLesson(null)
}

export async function goToStep(step: number): Promise<void> {
  const before = lessonStore.getState().state.step
  tellLesson({ kind: 'went', step })
  if (lessonStore.getState().state.step !== before) await enterStep(false)
}

/** Entering a step while another is being entered: only the newest goes on. */
let entering = 0

/** Anew: the story from its beginning, whatever was done to it before. */
export async function enterStep(isAnew: boolean): Promise<void> {
  const { lesson, state } = lessonStore.getState()
  if (lesson === null) return
  const turn = ++entering
  followLesson({ name: lesson.name, step: state.step })
  const { story, at, playTo, look } = stepOf(lesson, state)
  const open = engineStore.getState().opened?.scenario.name
  if ((isAnew || open !== story) && !(await openStory(story))) return
  const { engine } = engineStore.getState()
  await engine?.pause()
  await engine?.followPace()
  await engine?.seek(at)
  await whenShown(at)
  if (turn !== entering) return
  lessonStore.setState({ isEntered: true })
  lookAt(look)
  if (playTo !== undefined && playTo > at) await engine?.play()
}
