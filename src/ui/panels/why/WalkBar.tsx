/** On the way down a chain of causes: the next step, and the way back. */
import { Button } from '../../widgets/Button.tsx'
import { formatInstant } from '../../widgets/formatInstant.ts'
import { backTo } from './causeWalk.ts'
import type { Walking } from './useCauseWalk.ts'
import styles from './WhyPanel.module.css'

export function WalkBar({ walking }: { walking: Walking }) {
  const { walk, go, back } = walking
  const held = walk.at(-1)
  if (held === undefined) return null
  const { causes, step } = held
  const isLast = step + 1 >= causes.length
  return (
    <fieldset className={styles.walk} aria-label="Walk of the causes">
      <Button onClick={back}>Back to {formatInstant(backTo(walk).at)}</Button>
      <Button look="strong" disabled={isLast} onClick={() => go(step + 1)}>
        Next cause
      </Button>
      <span>
        {step + 1} of {causes.length}
      </span>
    </fieldset>
  )
}
