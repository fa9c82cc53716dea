/** The range of capacity: two sliders on the grid of half an ACU; a minimum of 0 may pause. */
import type { CapacityView } from '../../../engine/contract/serverlessView.ts'
import { say } from '../../../words/say.ts'
import { acuOf } from '../../../words/formatAcu.ts'
import { giveCommand } from '../../store/commands.ts'
import { viewStore } from '../../store/viewStore.ts'
import { capacityStops, nearestStop, rangeWith } from './capacityStops.ts'
import styles from './ServerlessPanel.module.css'
import { useSlider } from './useSlider.ts'

const names = { min: 'Minimum', max: 'Maximum' } as const

export function RangeControl({ instance }: { instance: CapacityView }) {
  const range = { min: acuOf(instance.min), max: acuOf(instance.max) }
  return (
    <fieldset className={styles.control}>
      <legend>Range</legend>
      <Bound end="min" range={range} />
      <Bound end="max" range={range} />
      <p className={styles.note}>{say({ key: 'capacity.rangeNote', parameters: {} })}</p>
    </fieldset>
  )
}

function wordsOf(end: 'min' | 'max', acu: number): string {
  return end === 'min' && acu === 0 ? '0 ACU, may pause' : `${acu} ACU`
}

function Bound({ end, range }: { end: 'min' | 'max'; range: { min: number; max: number } }) {
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
        max={capacityStops.length - 1}
        step={1}
        value={nearestStop(value)}
        disabled={isLocked}
        onChange={event => setValue(capacityStops[Number(event.target.value)] ?? value)}
      />
    </label>
  )
}
