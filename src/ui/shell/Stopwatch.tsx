/** How long each application went without answers in the stories of a lost writer, side by side. */
import { useEffect } from 'react'
import type { Scenario } from '../../engine/contract/scenario.ts'
import { formatTime } from '../../words/formatNumbers.ts'
import { stopwatchNames, stopwatchWords } from '../../words/stopwatchWords.ts'
import { engineStore } from '../store/engineStore.ts'
import { type Felt, feltIn, noteFelt, stopwatch } from '../store/stopwatch.ts'
import { useSteady } from '../store/useSteady.ts'
import { Popup } from '../widgets/Popup.tsx'
import styles from './Stopwatch.module.css'
import { StopwatchTable } from './StopwatchTable.tsx'

interface StopwatchProps {
  scenario: Scenario
  /** In a list there is room for all figures; in the row they stand behind a button. */
  isList: boolean
}

export function Stopwatch({ scenario, isList }: StopwatchProps) {
  const frame = engineStore(state => state.frame)
  const now = useSteady(frame === null ? null : feltIn(scenario, frame))
  const felt = stopwatch(state => state.felt)
  useEffect(() => {
    if (now !== null) noteFelt(now)
  }, [now])
  const shown = felt
    .filter(({ story }) => story === scenario.name)
    .concat(othersThan(felt, scenario))
  return (
    <div className={isList ? styles.list : styles.row}>
      <p className={styles.stopwatch}>
        <strong>Time without answers</strong>
        {(isList ? shown : shown.slice(0, 2)).map(its => (
          <span key={its.story}>{said(its)}</span>
        ))}
      </p>
      {isList ? (
        <details>
          <summary>{stopwatchWords.all}</summary>
          <StopwatchTable felt={shown} />
        </details>
      ) : (
        <Popup name={stopwatchWords.all} icon="charts">
          {() => <StopwatchTable felt={shown} />}
        </Popup>
      )}
    </div>
  )
}

/** The last seen first. */
function othersThan(felt: Felt[], { name }: Scenario): Felt[] {
  return felt.filter(({ story }) => story !== name).toReversed()
}

function said({ story, title, applications }: Felt): string {
  const each = applications.map(({ id, downMicros, errors }) => {
    const length = downMicros > 0 ? formatTime(downMicros) : stopwatchWords.none
    return `${id} ${length}${errors > 0 ? ` (${errors} errors)` : ''}`
  })
  return `${stopwatchNames[story] ?? title}: ${each.join(', ')}`
}
