/**
 * How fast we look: by the story's pace or at a speed of one's own, asked and reached. On a
 * narrow page it folds into a button.
 */
import { lazy, Suspense } from 'react'
import { followPace, setSpeed } from '../store/commands.ts'
import { engineStore } from '../store/engineStore.ts'
import { nearestSpeed, speeds } from '../store/speeds.ts'
import { viewStore } from '../store/viewStore.ts'
import { Button } from '../widgets/Button.tsx'
import { formatReached, formatSpeed, speedWord } from '../widgets/formatSpeed.ts'
import { Popup } from '../widgets/Popup.tsx'
import styles from './Foot.module.css'
import { StepKinds } from './StepKinds.tsx'
import { useAskedSpeed } from './useAskedSpeed.ts'

const TimelineMenu = lazy(async () => ({
  default: (await import('../charts/TimelineMenu.tsx')).TimelineMenu,
}))

export function SpeedControl() {
  const { speed, isPaced } = useAskedSpeed()
  return (
    <div className={styles.speed}>
      <span className={`${styles.wordy} ${styles.wide}`}>
        <span>{speedWord(speed)}</span>
        <strong>{formatSpeed(speed)}</strong>
        <Pace isPaced={isPaced} />
      </span>
      <span className={styles.wide}>
        <SpeedSlider />
      </span>
      <span className={styles.wide}>
        <Reached />
      </span>
      <span className={styles.narrow}>
        <Popup name="Speed and steps" look="plain" label={<NarrowSpeed speed={speed} />}>
          {close => (
            <div className={styles.popup}>
              <span>
                {speedWord(speed)} <strong>{formatSpeed(speed)}</strong> <Pace isPaced={isPaced} />
              </span>
              <SpeedSlider />
              <Reached />
              <StepKinds onChosen={close} />
              <Suspense>
                <TimelineMenu />
              </Suspense>
            </div>
          )}
        </Popup>
      </span>
    </div>
  )
}

/** What is reached now; a run that stands still reaches nothing. */
function useReached(): string {
  return engineStore(({ playback }) => {
    if (playback === null || !playback.isPlaying) return 'paused'
    return `reached ${formatReached(playback.reachedSpeed)}`
  })
}

function NarrowSpeed({ speed }: { speed: string }) {
  const reached = useReached()
  return (
    <span className={styles.two}>
      <strong>{speed === 'max' ? 'max' : formatSpeed(speed)}</strong>
      <small>{reached}</small>
    </span>
  )
}

function Pace({ isPaced }: { isPaced: boolean }) {
  if (isPaced) return <span>· follows the story</span>
  return <Button onClick={followPace}>Follow the story</Button>
}

function SpeedSlider() {
  const { speed } = useAskedSpeed()
  const isAlive = engineStore(state => state.playback !== null)
  const value = nearestSpeed(speed)
  return (
    <input
      type="range"
      aria-label="Speed"
      aria-valuetext={`${formatSpeed(speed)}, ${speedWord(speed)}`}
      min={0}
      max={speeds.length - 1}
      step={1}
      value={value}
      disabled={!isAlive}
      onChange={event => setSpeed(speeds[Number(event.target.value)] ?? '1')}
    />
  )
}

/** The machine may not reach what is asked: said in words, and in another colour. */
function Reached() {
  const { number } = useAskedSpeed()
  const reached = useReached()
  const isSlow = engineStore(({ playback }) => {
    const now = playback?.reachedSpeed ?? 0
    return now > 0 && Number.isFinite(number) && now < number * 0.5
  })
  const chosen = viewStore(state => state.chosenSpeed)
  const text = chosen === null ? reached : 'from the next play'
  return <span className={`${styles.reached} ${isSlow ? styles.slow : ''}`}>{text}</span>
}
