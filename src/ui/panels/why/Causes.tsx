/**
 * The chain of causes of one subject: asked anew at most about once a second while it plays, held
 * while one walks down it.
 */
import { useEffect } from 'react'
import type { SubjectId } from '../../../engine/contract/ids.ts'
import { pointSentences } from '../../../words/pointSentences.ts'
import { learnSentences } from '../../../words/say.ts'
import { whySentences } from '../../../words/whySentences.ts'
import { useAsked } from '../../store/useAsked.ts'
import { Button } from '../../widgets/Button.tsx'
import { CauseList } from './CauseList.tsx'
import type { Walking } from './useCauseWalk.ts'
import { WalkBar } from './WalkBar.tsx'
import styles from './WhyPanel.module.css'

learnSentences(whySentences)
learnSentences(pointSentences)

interface CausesProps {
  subject: SubjectId | null
  walking: Walking
}

export function Causes({ subject, walking }: CausesProps) {
  const held = walking.walk.at(-1)
  if (held !== undefined) {
    const { causes, step } = held
    const { go, askOn } = walking
    return (
      <>
        <WalkBar walking={walking} />
        <CauseList causes={causes} step={step} onGo={go} onAskOn={askOn} />
      </>
    )
  }
  if (subject === null) return null
  const [kind] = subject.split(':')
  return <Answer key={isOfAnInstant(subject) ? subject : kind} {...{ subject, walking }} />
}

/** A fact, or a point of a chart: its answer is the same however time goes on. */
function isOfAnInstant(subject: SubjectId): boolean {
  return subject.startsWith('fact:') || subject.startsWith('point:')
}

function Answer({ subject, walking }: { subject: SubjectId; walking: Walking }) {
  const causes = useAsked(subject, engine => engine.why(subject))
  const isHeld = isOfAnInstant(subject) && walking.isFresh && causes !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the chain is there
  useEffect(() => {
    if (isHeld) walking.begin(causes)
  }, [isHeld])
  if (causes === null) return <p className={styles.note}>Asking the engine…</p>
  if (causes.length === 0) return <p className={styles.note}>Nothing is known about it yet.</p>
  return (
    <>
      {causes.length > 1 && (
        <div className={styles.walk}>
          <Button onClick={() => walking.go(0, causes)}>Walk through the causes</Button>
        </div>
      )}
      <CauseList
        causes={causes}
        step={null}
        onGo={step => walking.go(step, causes)}
        onAskOn={step => walking.askOn(step, causes)}
      />
    </>
  )
}
