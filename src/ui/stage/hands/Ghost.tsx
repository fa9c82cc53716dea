/**
 * What the hand does, in words beside it: what would come of letting go here, or, where it was let
 * go, why nothing came of it. The reason stands until the next press.
 */
import { createPortal } from 'react-dom'
import styles from './Hands.module.css'
import type { HandShown } from './useGrip.ts'

/** From where it was taken hold of, or all of the way. */
function Line({ way, isStroke }: HandShown) {
  const [from, to] = [way.slice(0, 1), way.slice(-1)]
  const line = isStroke ? way : [...from, ...to]
  const points = line.map(({ x, y }) => `${x},${y}`).join(' ')
  return (
    <svg width="100%" height="100%" aria-hidden="true">
      <polyline points={points} className={styles.stroke} />
    </svg>
  )
}

/** A finger would hide what is under it; near the foot of the page it stands above. */
function placeBeside({ way, phase }: HandShown) {
  const { x, y } = way.at(-1) ?? { x: 0, y: 0 }
  const isAbove = phase === 'rested' || y > innerHeight - 120
  const left = `clamp(8px, ${x + 14}px, 100vw - 228px)`
  return isAbove ? { left, bottom: innerHeight - y + 24 } : { left, top: y + 14 }
}

export function Ghost({ shown }: { shown: HandShown }) {
  const { phase, isRefused, words } = shown
  return createPortal(
    <div className={styles.ghost} aria-hidden={phase !== 'let go' || undefined}>
      <Line {...shown} />
      <p role="status" data-refused={isRefused || undefined} style={placeBeside(shown)}>
        {isRefused && <span aria-hidden="true">✕ </span>}
        {words}
      </p>
    </div>,
    document.body,
  )
}
