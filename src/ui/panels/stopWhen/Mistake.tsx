/** What is wrong with an input, and what is allowed there: with a sign, not by colour alone. */
import type { ReactNode } from 'react'
import styles from './StopWhen.module.css'

export function Mistake({ id, children }: { id: string; children: ReactNode }) {
  return (
    <span id={id} role="alert" className={styles.mistake}>
      <span aria-hidden="true">✕ </span>
      {children}
    </span>
  )
}
