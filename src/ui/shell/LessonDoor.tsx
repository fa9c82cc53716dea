/** The way from a story into the lesson about it; the lesson itself is loaded when asked for. */
import { engineStore } from '../store/engineStore.ts'
import { viewStore } from '../store/viewStore.ts'
import { taughtStories } from './taughtStories.ts'

export function LessonDoor() {
  const story = engineStore(({ opened }) => opened?.scenario.name ?? '')
  const isTaught = viewStore(({ lesson }) => lesson !== null)
  const lesson = taughtStories[story]
  if (lesson === undefined || isTaught) return null
  return (
    <button type="button" className="lesson-door" onClick={() => open(lesson)}>
      Take the lesson
    </button>
  )
}

async function open(lesson: string): Promise<void> {
  const { openLesson } = await import('../lessons/openLesson.ts')
  await openLesson(lesson)
}
