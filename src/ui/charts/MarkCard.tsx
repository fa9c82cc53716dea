/**
 * What stands in one place of the timeline, as sentences: each goes to its instant and is asked
 * why. It closes by Escape, by a press elsewhere, and when the run plays on.
 */
import { useEffect, useRef } from 'react'
import { say } from '../../words/say.ts'
import { askWhy } from '../store/askWhy.ts'
import { seek } from '../store/commands.ts'
import { engineStore } from '../store/engineStore.ts'
import { Button } from '../widgets/Button.tsx'
import { formatInstant } from '../widgets/formatInstant.ts'
import styles from './MarkCard.module.css'
import type { PlacedMark } from './placeMarks.ts'

/** More are seen when one zooms in. */
const mostListed = 5

function useClosing(onClose: () => void) {
  const card = useRef<HTMLElement>(null)
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    const onPress = ({ target }: Event) => {
      if (!card.current?.contains(target as Node)) close.current()
    }
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') close.current()
    }
    const stop = engineStore.subscribe(({ playback }, before) => {
      if (playback?.isPlaying && before.playback?.isPlaying === false) close.current()
    })
    document.addEventListener('pointerdown', onPress)
    document.addEventListener('keydown', onKey)
    return () => {
      stop()
      document.removeEventListener('pointerdown', onPress)
      document.removeEventListener('keydown', onKey)
    }
  }, [])
  return card
}

interface MarkCardProps extends Pick<PlacedMark, 'marks' | 'x'> {
  onClose: () => void
}

export function MarkCard({ marks, x, onClose }: MarkCardProps) {
  const card = useClosing(onClose)
  return (
    <section
      ref={card}
      className={styles.card}
      style={{ left: `clamp(0px, ${Math.round(x) - 40}px, calc(100% - 340px))` }}
      aria-label="What is marked here"
    >
      <ul>
        {marks.slice(0, mostListed).map(mark => (
          <li key={mark.fact}>
            <span>{say(mark)}</span>
            {marks.length > 1 && (
              <Button look="quiet" onClick={() => void seek(mark.at)}>
                {formatInstant(mark.at)}
              </Button>
            )}
            <Button
              onClick={() => {
                onClose()
                void askWhy({ id: mark.fact, at: mark.at })
              }}
            >
              Why?
            </Button>
          </li>
        ))}
      </ul>
      {marks.length > mostListed && <p>And {marks.length - mostListed} more: zoom in.</p>}
    </section>
  )
}
