/**
 * The range of capacity: a slider with two thumbs, on the grid of half an ACU for v2, where a
 * minimum of 0 may pause, and on the listed steps of the edition for v1.
 */
import type { CapacityView } from '../../../engine/contract/serverlessView.ts'
import { acuOf } from '../../../words/formatAcu.ts'
import { say } from '../../../words/say.ts'
import { giveCommand } from '../../store/commands.ts'
import { viewStore } from '../../store/viewStore.ts'
import { type AcuRange, capacityStops } from '../../widgets/capacityStops.ts'
import { RangeSlider } from '../../widgets/RangeSlider.tsx'
import styles from './ServerlessPanel.module.css'
import { useSlider } from './useSlider.ts'

export function RangeControl({ instance }: { instance: CapacityView }) {
  const isLocked = viewStore(state => state.isLocked)
  const stops = instance.v1 ? instance.v1.steps.map(acuOf) : capacityStops
  const note = instance.v1 ? 'capacity.v1RangeNote' : 'capacity.rangeNote'
  const inForce = { min: acuOf(instance.min), max: acuOf(instance.max) }
  const { value, setValue } = useSlider<AcuRange>(inForce, range =>
    giveCommand({ do: 'SetCapacityRange', ...range }),
  )
  return (
    <fieldset className={styles.control}>
      <legend>Range</legend>
      <RangeSlider
        names={['Minimum capacity', 'Maximum capacity']}
        range={value}
        stops={stops}
        isDisabled={isLocked}
        onRange={setValue}
      />
      <p className={styles.note}>{say({ key: note, parameters: { steps: stops.join(', ') } })}</p>
    </fieldset>
  )
}
