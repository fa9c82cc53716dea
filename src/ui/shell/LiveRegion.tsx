/**
 * Speaks the caption, and whatever is announced, to screen readers: politely, and only once the
 * sentence has stood for a moment, so that a fast run does not chatter.
 */
import { useEffect, useState } from 'react'
import { say } from '../../words/say.ts'
import { engineStore } from '../store/engineStore.ts'
import { viewStore } from '../store/viewStore.ts'

const settleMillis = 900

function useSettled(text: string): string {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), settleMillis)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

export function LiveRegion() {
  const told = viewStore(state => state.told?.caption)
  const whole = engineStore(({ frame }) => (frame ? say(frame.caption) : ''))
  const caption = useSettled(told ?? whole)
  const announcement = useSettled(viewStore(state => state.announcement))
  return (
    <div className="unseen">
      <p role="status">{caption}</p>
      <p role="status" aria-label="Announcement">
        {announcement}
      </p>
    </div>
  )
}
