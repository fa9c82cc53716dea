/** One demand: its curve to draw on, over how much time, and what takes its place. */
import { useState } from 'react'
import type { WrittenPoint } from '../../../engine/contract/demandCurve.ts'
import type { DemandView } from '../../../engine/contract/serverlessView.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import { formatCount } from '../../../words/formatNumbers.ts'
import { giveCommand } from '../../store/commands.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Button } from '../../widgets/Button.tsx'
import { roundUp } from '../../widgets/roundUp.ts'
import { timeText } from '../../widgets/readTime.ts'
import { CsvForm } from './CsvForm.tsx'
import styles from './CurvePanel.module.css'
import { Drawing } from './Drawing.tsx'
import { levelsOf, pointsOf, spanOf, spans } from './drawnCurve.ts'

const millionths = 1_000_000

export function DemandCurve({ demand, at }: { demand: DemandView; at: Micros }) {
  const { id, unit, curve, repeatMicros, isDrawn, isMoved } = demand
  const isLocked = viewStore(state => state.isLocked)
  const [chosenSpan, setSpan] = useState<Micros | null>(null)
  const [isOver, setOver] = useState<boolean | null>(null)
  const span = chosenSpan ?? spanOf(demand)
  const repeats = isOver ?? repeatMicros > 0
  const peak = Math.max(...curve.map(([, level]) => level)) / millionths
  const top = roundUp(Math.max(unit === 'ACU' ? 4 : 1_000, 1.1 * peak))
  const give = (points: WrittenPoint[] | null, repeat = repeats) =>
    giveCommand({
      do: 'SetCurve',
      workload: id,
      points,
      ...(repeat && points !== null ? { repeat: timeText(span) } : {}),
    })
  const shown = levelsOf(demand, span)
  return (
    <fieldset className={styles.demand}>
      <legend>Demand {id}</legend>
      <p className={styles.note}>
        Now <strong>{`${formatCount(demand.level / millionths)} ${unit}`}</strong>{' '}
        {isMoved ? 'set by hand' : isDrawn ? 'by the curve drawn here' : 'by its own curve'}
      </p>
      <Drawing
        name={id}
        unit={unit}
        levels={shown}
        span={span}
        most={top}
        now={repeats ? at % span : at}
        isLocked={isLocked}
        give={levels => give(pointsOf(levels, span))}
      />
      <div className={styles.choices}>
        <SpanChoice span={span} choose={setSpan} />
        <label>
          <input
            type="checkbox"
            checked={repeats}
            disabled={isLocked}
            onChange={event => {
              setOver(event.target.checked)
              void give(pointsOf(shown, span), event.target.checked)
            }}
          />
          then from the start again
        </label>
        <Button disabled={isLocked || !isDrawn} onClick={() => void give(null)}>
          Back to its own curve
        </Button>
      </div>
      <CsvForm id={id} most={unit === 'ACU' ? 1_024 : 1_000_000} isLocked={isLocked} give={give} />
    </fieldset>
  )
}

function SpanChoice({ span, choose }: { span: Micros; choose: (span: Micros) => void }) {
  return (
    <label>
      Over{' '}
      <select value={span} onChange={event => choose(Number(event.target.value))}>
        {spans.map(({ micros, name }) => (
          <option key={micros} value={micros}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
