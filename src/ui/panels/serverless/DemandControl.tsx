/** Moves a fluid demand: a level from now on, or back to its curve. */
import type { DemandView } from '../../../engine/contract/serverlessView.ts'
import { formatCount } from '../../../words/formatNumbers.ts'
import { giveCommand } from '../../store/commands.ts'
import { engineStore } from '../../store/engineStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Button } from '../../widgets/Button.tsx'
import { demandScale, peakOf } from './demandScale.ts'
import styles from './ServerlessPanel.module.css'
import { useSlider } from './useSlider.ts'

export function DemandControl({ demand }: { demand: DemandView }) {
  const { id, unit, isMoved } = demand
  const isLocked = viewStore(state => state.isLocked)
  const peak = engineStore(state => peakOf(state.opened?.scenario, id))
  const level = demand.level / 1_000_000
  const { value, setValue } = useSlider(level, moved =>
    giveCommand({ do: 'SetDemand', workload: id, level: moved }),
  )
  const { top, step } = demandScale(unit, peak, level)
  const words = `${formatCount(value)} ${unit}`
  return (
    <fieldset className={styles.control}>
      <legend>Demand {id}</legend>
      <label>
        <span>
          <strong>{words}</strong> {isMoved ? 'moved by hand' : 'follows its curve'}
        </span>
        <input
          type="range"
          aria-label={`Demand ${id}`}
          aria-valuetext={`${words}, ${isMoved ? 'moved by hand' : 'follows its curve'}`}
          min={0}
          max={top}
          step={step}
          value={value}
          disabled={isLocked}
          onChange={event => setValue(Number(event.target.value))}
        />
      </label>
      <Answered demand={demand} />
      <Missed demand={demand} />
      <Button
        disabled={!isMoved || isLocked}
        onClick={() => giveCommand({ do: 'SetDemand', workload: id, level: null })}
      >
        Follow the curve
      </Button>
      <Button icon="charts" look="quiet" onClick={() => viewStore.setState({ panel: 'curve' })}>
        Draw its curve
      </Button>
    </fieldset>
  )
}

/** S31: since the start; nothing is said while nobody has waited. */
function Missed({ demand: { late, refused } }: { demand: DemandView }) {
  if (late + refused === 0) return null
  return (
    <p className={styles.note}>
      Since the start {formatCount(late)} transactions late, {formatCount(refused)} refused.
    </p>
  )
}

/** What the capacity makes of it. */
function Answered({ demand: { offered, answered, backlog } }: { demand: DemandView }) {
  const rate = (millionths: number) => formatCount(Math.round(millionths / 1_000_000))
  return (
    <p className={styles.note}>
      Asked for {rate(offered)} transactions a second, answered {rate(answered)}
      {backlog >= 1_000_000 && (
        <>
          , <strong className={styles.warning}>{rate(backlog)} late</strong>
        </>
      )}
      .
    </p>
  )
}
