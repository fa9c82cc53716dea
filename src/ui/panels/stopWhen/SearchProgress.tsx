/** How far the search has come, and a way to call it off. */
import { useEffect, useRef } from 'react'
import { factName } from '../../../words/factNames.ts'
import { engineStore } from '../../store/engineStore.ts'
import { Button } from '../../widgets/Button.tsx'
import { formatInstant } from '../../widgets/formatInstant.ts'
import { callOff } from './search.ts'
import styles from './StopWhen.module.css'
import { stopWhenStore } from './stopWhenStore.ts'

export function SearchProgress() {
  const { wish, search } = stopWhenStore()
  const at = engineStore(({ playback }) => playback?.at ?? 0)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector('button')?.focus(), [])
  if (search.state !== 'running') return null
  const { from, to } = search
  const share = to > from ? Math.min(1, Math.max(0, (at - from) / (to - from))) : 0
  return (
    <div ref={place} className={styles.result}>
      <p>
        Looking for: <strong>{factName(wish.fact)}</strong>
      </p>
      <progress aria-label="Looking" value={share} max={1} />
      <p className={styles.note}>
        {formatInstant(at)} of {formatInstant(to)}
      </p>
      <div className={styles.acts}>
        <Button onClick={callOff}>Call it off</Button>
      </div>
    </div>
  )
}
