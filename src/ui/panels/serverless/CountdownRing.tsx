/** A wait as a ring that empties, with the same in words. */
import type { Micros } from '../../../engine/contract/units.ts'
import { wholeSeconds } from '../../../words/wholeSeconds.ts'
import styles from './ServerlessPanel.module.css'

interface CountdownRingProps {
  name: string
  left: Micros
  /** 0 = there is no such wait. */
  whole: Micros
}

const radius = 9
const around = 2 * Math.PI * radius

export function CountdownRing({ name, left, whole }: CountdownRingProps) {
  const share = whole > 0 ? left / whole : 0
  const words = left > 0 ? `in ${wholeSeconds(left)} at the earliest` : 'may come at once'
  return (
    <li>
      <svg width="24" height="24" aria-hidden="true">
        <circle cx="12" cy="12" r={radius} className={styles.ring} />
        <circle
          cx="12"
          cy="12"
          r={radius}
          className={styles.ringLeft}
          strokeDasharray={`${around * share} ${around}`}
          transform="rotate(-90 12 12)"
        />
      </svg>
      {name}: {words}
    </li>
  )
}
