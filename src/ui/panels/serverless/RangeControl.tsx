/**
 * The range of capacity: two sliders, on the grid of half an ACU for v2, where a minimum of 0 may
 * pause, and on the listed steps of the edition for v1.
 */
import type { CapacityView } from '../../../engine/contract/serverlessView.ts'
import { say } from '../../../words/say.ts'
import { acuOf } from '../../../words/formatAcu.ts'
import { giveCommand } from '../../store/commands.ts'
import { viewStore } from '../../store/viewStore.ts'
import { capacityStops, nearestStop, rangeWith } from '../../widgets/capacityStops.ts'
import styles from './ServerlessPanel.module.css'
import { useSlider } from './useSlider.ts'

const names = { min: 'Minimum', max: 'Maximum' } as const

export function RangeControl({ instance }: { instance: CapacityView }) {
  const range = { min: acuOf(instance.min), max: acuOf(instance.max) }
  const stops = instance.v1 ? instance.v1.steps.map(acuOf) : capacityStops
  const note = instance.v1 ? 'capacity.v1RangeNote' : 'capacity.rangeNote'
  return (
    <fieldset className={styles.control}>
      <legend>Range</legend>
      <Bound end="min" range={range} stops={stops} />
      <Bound end="max" range={range} stops={stops} />
      <p className={styles.note}>{say({ key: note, parameters: { steps: stops.join(', ') } })}</p>
    </fieldset>
  )
}

function wordsOf(end: 'min' | 'max', acu: number): string {
  return end === 'min' && acu === 0 ? '0 ACU, may pause' : `${acu} ACU`
}

interface BoundProps {
  end: 'min' | 'max'
  range: { min: number; max: number }
  stops: readonly number[]
}

function Bound({ end, range, stops }: BoundProps) {
  const isLocked = viewStore(state => state.isLocked)
  const { value, setValue } = useSlider(range[end], acu =>
    giveCommand({ do: 'SetCapacityRange', ...rangeWith(range, { [end]: acu }) }),
  )
  const words = wordsOf(end, value)
  return (
    <label>
      <span>
        {names[end]} <strong>{words}</strong>
      </span>
      <input
        type="range"
        aria-label={`${names[end]} capacity`}
        aria-valuetext={words}
        min={0}
        max={stops.length - 1}
        step={1}
        value={nearestStop(value, stops)}
        disabled={isLocked}
        onChange={event => setValue(stops[Number(event.target.value)] ?? value)}
      />
    </label>
  )
}
