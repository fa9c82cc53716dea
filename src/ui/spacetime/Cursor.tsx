/** The instant shown, as a rule across all lanes; the same as on timeline and charts. */
import { engineStore } from '../store/engineStore.ts'
import styles from './Spacetime.module.css'

interface CursorProps {
  window: { from: number; to: number }
  left: number
  right: number
  height: number
}

export function Cursor({ window: { from, to }, left, right, height }: CursorProps) {
  const at = engineStore(({ playback }) => playback?.at ?? 0)
  if (at < from || at > to) return null
  const x = left + ((at - from) / Math.max(1, to - from)) * (right - left)
  return <line className={styles.cursor} x1={x} x2={x} y1={0} y2={height} />
}
