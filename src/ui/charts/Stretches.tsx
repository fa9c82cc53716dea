/** The stretch that is being drawn and the one that is looped, over the axis and the charts. */
import { timelineView } from '../store/timelineView.ts'
import styles from './Stretches.module.css'

interface StretchesProps {
  scale: (at: number) => number
}

export function Stretches({ scale }: StretchesProps) {
  const brush = timelineView(state => state.brush)
  const loop = timelineView(state => state.loop)
  return (
    <>
      {loop !== null && <Stretch {...loop} scale={scale} look={styles.loop} />}
      {brush !== null && <Stretch {...brush} scale={scale} look={styles.brush} />}
    </>
  )
}

interface StretchProps extends StretchesProps {
  from: number
  to: number
  look: string | undefined
}

function Stretch({ from, to, scale, look }: StretchProps) {
  const left = scale(from)
  return <i className={look} style={{ left, width: Math.max(2, scale(to) - left) }} />
}
