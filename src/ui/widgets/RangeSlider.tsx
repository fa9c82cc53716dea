/** A range of capacity: what its ends are, in words, above one track with two thumbs. */
import { type AcuRange, capacityStops, nearestStop, rangeBetween } from './capacityStops.ts'
import styles from './RangeSlider.module.css'
import { TwoThumbs } from './TwoThumbs.tsx'

interface RangeSliderProps {
  /** The accessible names of the lower and of the upper thumb. */
  names: readonly [string, string]
  range: AcuRange
  /** In ACU, ascending. */
  stops?: readonly number[]
  isDisabled?: boolean
  onRange: (range: AcuRange) => void
}

export function RangeSlider(props: RangeSliderProps) {
  const { names, range, stops = capacityStops, isDisabled, onRange } = props
  const { min, max } = range
  const words = [min === 0 ? '0 ACU, may pause' : `${min} ACU`, `${max} ACU`] as const
  return (
    <div className={styles.range}>
      <p>
        <span>
          Minimum <strong>{words[0]}</strong>
        </span>
        <span>
          Maximum <strong>{words[1]}</strong>
        </span>
      </p>
      <TwoThumbs
        {...{ names, stops, words, isDisabled }}
        places={[nearestStop(min, stops), nearestStop(max, stops)]}
        onPlaces={(low, high) => onRange(rangeBetween(stops[low] ?? min, stops[high] ?? max))}
      />
    </div>
  )
}
