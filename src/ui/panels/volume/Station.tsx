/** One of the eight steps: its number, what waits there and since when, and what it has done. */
import type { StepView } from '../../../engine/contract/volumeFrameView.ts'
import { formatTime } from '../../../words/formatNumbers.ts'
import { say } from '../../../words/say.ts'
import styles from './Steps.module.css'

const names: Record<StepView['step'], string> = {
  1: 'Receive',
  2: 'Write to disk and answer',
  3: 'Sort, and find gaps',
  4: 'Gossip with peers',
  5: 'Make pages',
  6: 'Back up to object storage',
  7: 'Collect old versions',
  8: 'Scrub',
}

/** A bar on which one more doubling is one more step, full at 4,096. */
const fullBits = 12

function lengthOf(waiting: number): string {
  return `${Math.min(100, (100 * Math.log2(1 + waiting)) / fullBits)}%`
}

interface StationProps {
  step: StepView['step']
  /** Null: nothing is counted yet. */
  view: StepView | null
  at: number
}

export function Station({ step, view, at }: StationProps) {
  const isBusy = view !== null && view.waiting > 0
  return (
    <li className={isBusy ? styles.busy : undefined}>
      <b aria-hidden="true">{step}</b>
      <span className={styles.name}>{names[step]}</span>
      {view !== null && <Work view={view} at={at} />}
    </li>
  )
}

function Work({ view, at }: { view: StepView; at: number }) {
  const { step, waiting, done, since } = view
  const key = waiting === 0 ? 'volume.step.nothing' : `volume.step.${step}.waiting`
  return (
    <>
      <span className={styles.done}>
        {say({ key: `volume.step.${step}.done`, parameters: { done } })}
      </span>
      <span className={styles.queue} aria-hidden="true">
        <i style={{ width: lengthOf(waiting) }} />
      </span>
      <span className={styles.waits}>
        {say({ key, parameters: { waiting } })}
        {since !== null && `, for ${formatTime(Math.max(0, at - since))}`}
      </span>
    </>
  )
}
