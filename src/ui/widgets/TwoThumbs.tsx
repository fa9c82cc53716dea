/**
 * A slider with two thumbs, for a range: one track, so that one sees what lies between. Keys,
 * pointers and roles are those of Radix; a thumb that passes the other becomes the other end.
 */
import * as Radix from '@radix-ui/react-slider'
import styles from './TwoThumbs.module.css'

interface TwoThumbsProps {
  /** The accessible names of the lower and of the upper thumb. */
  names: readonly [string, string]
  /** Places among the stops, the lower first. */
  places: readonly [number, number]
  stops: readonly number[]
  /** What a place means, with its unit. */
  words: readonly [string, string]
  isDisabled?: boolean
  onPlaces: (low: number, high: number) => void
}

export function TwoThumbs(props: TwoThumbsProps) {
  const { names, places, stops, words, isDisabled = false, onPlaces } = props
  return (
    <Radix.Root
      className={styles.slider}
      min={0}
      max={stops.length - 1}
      step={1}
      value={[...places]}
      disabled={isDisabled}
      onValueChange={([low = 0, high = 0]) => onPlaces(low, high)}
    >
      <Radix.Track className={styles.track}>
        <Radix.Range className={styles.between} />
      </Radix.Track>
      {names.map((name, end) => (
        <Radix.Thumb
          key={name}
          className={styles.thumb}
          aria-label={name}
          aria-valuetext={words[end]}
          aria-disabled={isDisabled || undefined}
        />
      ))}
    </Radix.Root>
  )
}
