/** The way from a story into the lesson about it, or to the console that it types in. */
import { engineStore } from '../store/engineStore.ts'
import { viewStore } from '../store/viewStore.ts'
import { togglePanel } from './toggles.ts'
import { taughtStories } from './taughtStories.ts'

export function LessonDoor() {
  const story = engineStore(({ opened }) => opened?.scenario.name ?? '')
  const isTaught = viewStore(({ lesson }) => lesson !== null)
  const types = engineStore(({ opened }) => opened?.scenario.tags?.includes('sql'))
  const lesson = taughtStories[story]
  if (isTaught) return null
  if (lesson === undefined) return types && <ConsoleDoor />
  return (
    <button type="button" className="lesson-door" onClick={() => open(lesson)}>
      Take the lesson
    </button>
  )
}

function ConsoleDoor() {
  return (
    <button type="button" className="lesson-door" onClick={() => togglePanel('console')}>
      Open the console
    </button>
  )
}

async function open(lesson: string): Promise<void> {
  const { openLesson } = await import('../lessons/openLesson.ts')
  await openLesson(lesson)
}
