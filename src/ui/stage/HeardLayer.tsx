/**
 * The stage in words, for those who do not see it: what is drawn and has no name of its own, and
 * what is under way. It is read when one goes there, never speaks by itself, and follows the run
 * twice a second, since nobody reads thirty times a second.
 */
import { memo, useEffect, useRef, useState } from 'react'
import type { Frame } from '../../engine/contract/frame.ts'
import { heardMessages } from '../canvas/heardMessages.ts'
import { heardScene } from '../scene/heard/heardScene.ts'
import type { Layout } from '../scene/layout/layout.ts'

interface HeardProps {
  frame: Frame
  layout: Layout
  moving: ArrayBuffer
}

const everyMillis = 500

/** What it was given last, now and then. */
function useNowAndThen<T>(given: T): T {
  const latest = useRef(given)
  latest.current = given
  const [shown, setShown] = useState(given)
  useEffect(() => {
    const timer = setInterval(() => setShown(latest.current), everyMillis)
    return () => clearInterval(timer)
  }, [])
  return shown
}

export function HeardLayer(props: HeardProps) {
  return <Words shown={useNowAndThen(props)} />
}

const Words = memo(function Words({ shown }: { shown: HeardProps }) {
  const { frame, layout, moving } = shown
  return (
    <ul className="stage-unseen" aria-label="The stage in words">
      {heardScene(frame, layout).map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
      <li>{heardMessages(moving)}</li>
    </ul>
  )
})
