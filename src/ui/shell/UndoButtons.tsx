/**
 * Takes back the last change by hand, and does it again: beside the branch shown, as long as that
 * branch left another, whatever has become of the message that offered it. It comes after the first
 * picture and is put where the branch stands already.
 */
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { engineStore } from '../store/engineStore.ts'
import { redo, redoOn, takenBack, undo } from '../store/takeBack.ts'
import { timelineStore } from '../store/timelineStore.ts'
import { Button } from '../widgets/Button.tsx'
import { formatInstant } from '../widgets/formatInstant.ts'
import styles from './UndoButtons.module.css'

const bentBack = 'M9 6L4 11l5 5M4 11h10a5 5 0 0 1 0 10h-3'

function Arrow({ isForward = false }: { isForward?: boolean }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={18}
      height={18}
      aria-hidden="true"
      className={isForward ? styles.forward : undefined}
    >
      <path d={bentBack} />
    </svg>
  )
}

export function UndoButtons() {
  const [place, setPlace] = useState<Element | null>(null)
  useEffect(() => setPlace(document.querySelector('[aria-label="Instant and branch"]')), [])
  return place === null ? null : createPortal(<Pair />, place)
}

function Pair() {
  const branch = engineStore(state => state.playback?.branch ?? 'main')
  const from = timelineStore(({ branches }) => branches.find(({ id }) => id === branch)?.from)
  const again = takenBack(state => redoOn(branch, state))
  if (from == null && again === null) return null
  return (
    <span className={styles.pair}>
      {from != null && (
        <Button
          look="quiet"
          className={styles.undo}
          name={`Undo: back to ${from.branch} at ${formatInstant(from.at)} (Ctrl Z)`}
          onClick={() => void undo()}
        >
          <Arrow />
          <span>Undo</span>
        </Button>
      )}
      {again !== null && (
        <Button
          look="quiet"
          className={styles.undo}
          name={`Redo: to ${again.branch} at ${formatInstant(again.from.at)} (Ctrl Shift Z)`}
          onClick={() => void redo()}
        >
          <Arrow isForward />
          <span>Redo</span>
        </Button>
      )}
    </span>
  )
}
