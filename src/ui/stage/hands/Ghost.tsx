/** What the hand holds while it moves, beside it in words: what would come of letting go here. */
import { createPortal } from 'react-dom'
import styles from './HandsPanel.module.css'
import type { Held } from './useGrip.ts'

export function Ghost({ held }: { held: Held }) {
  const { grip, way, deed } = held
  const { x, y } = way.at(-1) ?? { x: 0, y: 0 }
  const isRefused = 'refusal' in deed
  const line = grip.holds === 'stroke' ? way : [way[0] ?? { x, y }, { x, y }]
  return createPortal(
    <div className={styles.ghost} aria-hidden="true">
      <svg width="100%" height="100%" role="presentation">
        <polyline
          points={line.map(point => `${point.x},${point.y}`).join(' ')}
          className={styles.stroke}
        />
      </svg>
      <p style={{ left: `min(${x + 14}px, 100vw - 220px)`, top: y + 14 }}>
        {isRefused ? `✕ ${deed.refusal}` : deed.words}
      </p>
    </div>,
    document.body,
  )
}
