/** How long each application went without answers, in both stories of a lost writer. */
import { useEffect } from 'react'
import { formatTime } from '../../words/formatNumbers.ts'
import { engineStore } from '../store/engineStore.ts'
import { type Felt, feltIn, noteFelt, stopwatch } from '../store/stopwatch.ts'
import { useSteady } from '../store/useSteady.ts'
import styles from './Doors.module.css'

const names: Record<string, string> = {
  'promote-a-replica': 'One writer and a reader',
  'writer-down-others-go-on': 'Two writers',
}

export function Stopwatch({ story }: { story: string }) {
  const frame = engineStore(state => state.frame)
  const now = useSteady(frame === null ? null : feltIn(story, frame))
  const felt = stopwatch(state => state.felt)
  useEffect(() => {
    if (now !== null) noteFelt(now)
  }, [now])
  return (
    <p className={styles.stopwatch}>
      <strong>Time without answers</strong>
      {felt.map(its => (
        <span key={its.story}>{said(its)}</span>
      ))}
    </p>
  )
}

function said({ story, applications }: Felt): string {
  const each = applications.map(
    ({ id, downMicros, errors }) =>
      `${id} ${formatTime(downMicros)}${errors > 0 ? ` (${errors} errors)` : ''}`,
  )
  return `${names[story]}: ${each.join(', ')}`
}
