/** The question of the story, the one true sentence of this instant, and what to try next. */
import { useEffect } from 'react'
import { say } from '../../words/say.ts'
import { engineStore } from '../store/engineStore.ts'
import { viewStore } from '../store/viewStore.ts'
import { WithTerms } from '../widgets/WithTerms.tsx'
import { LessonDoor } from './LessonDoor.tsx'

const openingQuestion =
  'Six copies of one database, in three zones. How many can you lose before a commit has to wait?'

export function Headline() {
  useDocumentTitle()
  const question = engineStore(state => state.opened?.scenario.question ?? openingQuestion)
  return (
    <section className="headline" aria-label="Story">
      <h1>{question}</h1>
      <div className="story">
        <Caption />
        <Hint />
      </div>
    </section>
  )
}

/** Tabs and bookmarks carry the name of the story. */
function useDocumentTitle(): void {
  const title = engineStore(state => state.opened?.scenario.title)
  useEffect(() => {
    if (title !== undefined) document.title = `${title} · Aurora Playground`
  }, [title])
}

function Caption() {
  const told = viewStore(state => state.told?.caption)
  const text = engineStore(({ frame }) => (frame ? say(frame.caption) : 'Setting the stage…'))
  return (
    <p className="caption">
      <WithTerms text={told ?? text} />
    </p>
  )
}

/** What to try next; a lesson says that itself. */
function Hint() {
  const isTaught = viewStore(state => state.lesson !== null)
  const told = viewStore(state => state.told?.hint)
  const text = engineStore(({ frame }) => (frame && !isTaught ? say(frame.hint) : ''))
  return (
    <p className="hint">
      <WithTerms text={told ?? text} /> <LessonDoor />
    </p>
  )
}
