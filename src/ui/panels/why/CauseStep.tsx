/** One step of a *why*: its sentence, where to look, and whether it is where all began. */
import { useEffect, useRef } from 'react'
import type { Cause } from '../../../engine/contract/cause.ts'
import { say } from '../../../words/say.ts'
import { formatInstant } from '../../widgets/formatInstant.ts'
import { WithTerms } from '../../widgets/WithTerms.tsx'
import styles from './WhyPanel.module.css'

/** Shape and word as well as colour. */
const tones = {
  good: { mark: '✓', word: 'holds' },
  bad: { mark: '✕', word: 'trouble:' },
  plain: { mark: '•', word: '' },
} as const

interface CauseStepProps {
  cause: Cause
  isCurrent: boolean
  onGo: () => void
  /** Null when its own causes stand in the list, or nothing led to it. */
  onAskOn: (() => void) | null
  onLight: (isOn: boolean) => void
}

export function CauseStep({ cause, isCurrent, onGo, onAskOn, onLight }: CauseStepProps) {
  const { at, depth, tone, isRoot } = cause
  const place = useRef<HTMLLIElement>(null)
  const isLit = useRef(false)
  const light = (isOn: boolean) => {
    if (isOn === isLit.current) return
    isLit.current = isOn
    onLight(isOn)
  }
  useEffect(() => {
    if (isCurrent) place.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  return (
    <li
      ref={place}
      className={`${styles.cause} ${styles[tone]}`}
      style={{ marginInlineStart: `${Math.min(depth, 4) * 14}px` }}
      aria-current={isCurrent ? 'step' : undefined}
      // Not on entering: the list also scrolls under a pointer that rests.
      onPointerMove={() => light(true)}
      onPointerLeave={() => light(false)}
      onFocus={() => light(true)}
      onBlur={() => light(false)}
    >
      <span className={styles.mark} aria-hidden="true">
        {tones[tone].mark}
      </span>
      <span>
        <span className="unseen">{tones[tone].word} </span>
        <WithTerms text={say(cause)} />
        <button
          type="button"
          className={styles.link}
          aria-label={at === null ? 'Show it on the stage' : `Go to ${formatInstant(at)}`}
          onClick={onGo}
        >
          {at === null ? 'show' : formatInstant(at)}
        </button>
        {onAskOn !== null && (
          <button type="button" className={styles.link} onClick={onAskOn}>
            Why that?
          </button>
        )}
        {isRoot === true && <strong className={styles.root}>◆ This is where it began.</strong>}
      </span>
    </li>
  )
}
