/** The chain of causes of one subject, asked anew at most about once a second while it plays. */
import type { Cause } from '../../../engine/contract/cause.ts'
import type { SubjectId } from '../../../engine/contract/ids.ts'
import { learnSentences, say } from '../../../words/say.ts'
import { whySentences } from '../../../words/whySentences.ts'
import { seek } from '../../store/commands.ts'
import { useAsked } from '../../store/useAsked.ts'
import { viewStore } from '../../store/viewStore.ts'
import { formatInstant } from '../../widgets/formatInstant.ts'
import { WithTerms } from '../../widgets/WithTerms.tsx'
import { targetOf } from './subjectOf.ts'
import styles from './WhyPanel.module.css'

learnSentences(whySentences)

/** Shape and word as well as colour. */
const tones = {
  good: { mark: '✓', word: 'holds' },
  bad: { mark: '✕', word: 'missing' },
  plain: { mark: '•', word: '' },
} as const

export function Causes({ subject }: { subject: SubjectId }) {
  const causes = useAsked(subject, engine => engine.why(subject))
  if (causes === null) return <p className={styles.note}>Asking the engine…</p>
  if (causes.length === 0) return <p className={styles.note}>Nothing is known about it yet.</p>
  return (
    <ol className={styles.causes} aria-label="Causes">
      {causes.map(cause => (
        <CauseStep
          key={`${cause.depth} ${cause.key} ${JSON.stringify(cause.parameters)}`}
          cause={cause}
        />
      ))}
    </ol>
  )
}

function CauseStep({ cause }: { cause: Cause }) {
  const { at, depth, tone } = cause
  const target = targetOf(cause.subject)
  const light = (highlighted: string | null) => viewStore.setState({ highlighted })
  return (
    <li
      className={`${styles.cause} ${styles[tone]}`}
      style={{ marginInlineStart: `${Math.min(depth, 4) * 14}px` }}
      onPointerEnter={() => light(target)}
      onPointerLeave={() => light(null)}
    >
      <span className={styles.mark} aria-hidden="true">
        {tones[tone].mark}
      </span>
      <span>
        <span className="unseen">{tones[tone].word} </span>
        <WithTerms text={say(cause)} />
        {at !== null && (
          <button
            type="button"
            className={styles.instant}
            aria-label={`Go to ${formatInstant(at)}`}
            onFocus={() => light(target)}
            onBlur={() => light(null)}
            onClick={() => seek(at)}
          >
            {formatInstant(at)}
          </button>
        )}
      </span>
    </li>
  )
}
