/** Causes as an argument: each step with its instant, its way on the stage, and its own why. */
import type { Cause } from '../../../engine/contract/cause.ts'
import { CauseStep } from './CauseStep.tsx'
import { canAskOn } from './causeWalk.ts'
import { light } from './light.ts'
import styles from './WhyPanel.module.css'

interface CauseListProps {
  causes: Cause[]
  /** The step one stands on; null while nobody walks. */
  step: number | null
  onGo: (step: number) => void
  onAskOn: (step: number) => void
}

export function CauseList({ causes, step, onGo, onAskOn }: CauseListProps) {
  const standsOn = step === null ? null : (causes[step] ?? null)
  return (
    <ol className={styles.causes} aria-label="Causes">
      {causes.map((cause, index) => (
        <CauseStep
          key={`${cause.depth} ${cause.key} ${cause.fact} ${JSON.stringify(cause.parameters)}`}
          cause={cause}
          isCurrent={index === step}
          onGo={() => onGo(index)}
          onAskOn={canAskOn(causes, index) ? () => onAskOn(index) : null}
          onLight={isOn => light(isOn ? cause : standsOn)}
        />
      ))}
    </ol>
  )
}
