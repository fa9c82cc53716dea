/** Which load is asked about; another one clears what was played. */
import type { CurveShape } from '../../../engine/contract/demandCurve.ts'
import { engineStore } from '../../store/engineStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Button } from '../../widgets/Button.tsx'
import { shapeNames } from './loadOf.ts'
import { type LoadChoice, rangeStore } from './rangeStore.ts'
import styles from './WhichRange.module.css'

function choose(change: Partial<LoadChoice>): void {
  const load = { ...rangeStore.getState().load, ...change }
  rangeStore.setState({ load, rows: [], shapes: [], state: 'idle' })
}

export function LoadForm() {
  const { load, state } = rangeStore()
  const title = engineStore(({ opened }) => opened?.scenario.title)
  const isBusy = state === 'running'
  const isOwn = load.shape === 'own'
  return (
    <fieldset className={styles.form} disabled={isBusy}>
      <legend>The load</legend>
      <label>
        Shape{' '}
        <select
          value={load.shape}
          onChange={event => choose({ shape: event.target.value as LoadChoice['shape'] })}
        >
          <option value="own">That of the run on the stage</option>
          {(Object.keys(shapeNames) as CurveShape[]).map(shape => (
            <option key={shape} value={shape}>
              {shapeNames[shape]}
            </option>
          ))}
        </select>
      </label>
      {!isOwn && <Level end="low" name="Lowest" value={load.low} />}
      {!isOwn && <Level end="high" name="Highest" value={load.high} />}
      {isOwn && (
        <>
          <span className={styles.note}>{title}</span>
          <Button
            look="quiet"
            icon="charts"
            onClick={() => viewStore.setState({ dialog: null, panel: 'curve' })}
          >
            Draw it
          </Button>
        </>
      )}
    </fieldset>
  )
}

function Level({ end, name, value }: { end: 'low' | 'high'; name: string; value: number }) {
  return (
    <label>
      {name}{' '}
      <input
        type="number"
        min={0}
        max={512}
        step={0.5}
        value={value}
        onChange={event => {
          const level = Number(event.target.value)
          if (level >= 0 && level <= 512) choose({ [end]: level })
        }}
      />{' '}
      ACU
    </label>
  )
}
