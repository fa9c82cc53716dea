/** How strong a fault is: a slider with its value in words. */
import type {
  FaultDescription,
  FaultKind,
  FaultParameter,
} from '../../../engine/contract/faults.ts'
import styles from './FaultsPanel.module.css'
import { shareWords } from './strengthWords.ts'

interface FaultStrengthProps {
  fault: FaultKind
  parameter: FaultDescription['parameters'][number]
  value: number
  onValue: (value: number) => void
}

const million = 1_000_000

const names: Record<FaultParameter, string> = {
  factor: 'How slow',
  ratio: 'How much of it',
  minMillis: 'At least',
  maxMillis: 'At most',
}

function wordsOf(fault: FaultKind, name: FaultParameter, value: number): string {
  if (name === 'ratio') return shareWords(fault, Math.round(value * million))
  return name === 'factor' ? `${value} times as slow` : `${value} ms longer`
}

/** Factors in whole steps; ratios in thousandths below a tenth of the range. */
function stepOf({ name, max }: FaultStrengthProps['parameter']): number {
  return name === 'ratio' ? Math.min(0.01, max / 100) : 1
}

export function FaultStrength({ fault, parameter, value, onValue }: FaultStrengthProps) {
  const { name, min, max } = parameter
  const words = wordsOf(fault, name, value)
  return (
    <label className={styles.strength}>
      <span>
        {names[name]}: <strong>{words}</strong>
      </span>
      <input
        type="range"
        min={min}
        max={max}
        step={stepOf(parameter)}
        value={value}
        aria-valuetext={words}
        onChange={event => onValue(Number(event.target.value))}
      />
    </label>
  )
}
