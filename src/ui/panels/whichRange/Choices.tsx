/** The range, when it may pause, the instance it is held against, and how long clients wait. */
import { capacityStops, nearestStop, rangeWith } from '../../widgets/capacityStops.ts'
import { rangeStore } from './rangeStore.ts'
import styles from './WhichRange.module.css'

const classes = [
  'db.r6g.large',
  'db.r6g.xlarge',
  'db.r6g.2xlarge',
  'db.r6g.4xlarge',
  'db.r5.large',
  'db.r5.xlarge',
]

const pauses = { '300s': '5 min', '600s': '10 min', '1800s': '30 min', '3600s': '1 h' }
const patience = { '5s': '5 s', '10s': '10 s', '30s': '30 s' }

export function Choices() {
  const { min, connectTimeout, pauseAfter, state } = rangeStore()
  const instance = rangeStore(chosen => chosen.class)
  return (
    <fieldset className={styles.form} disabled={state === 'running'}>
      <legend>The choice</legend>
      <Bound end="min" name="Minimum" />
      <Bound end="max" name="Maximum" />
      {min === 0 && (
        <Select
          name="Pause after"
          value={pauseAfter}
          options={pauses}
          choose={value => rangeStore.setState({ pauseAfter: value })}
        />
      )}
      <Select
        name="Beside"
        value={instance}
        options={Object.fromEntries(classes.map(name => [name, name]))}
        choose={value => rangeStore.setState({ class: value })}
      />
      <Select
        name="Clients wait"
        value={connectTimeout}
        options={patience}
        choose={value => rangeStore.setState({ connectTimeout: value, rows: [], shapes: [] })}
      />
    </fieldset>
  )
}

function Bound({ end, name }: { end: 'min' | 'max'; name: string }) {
  const { min, max } = rangeStore()
  const value = end === 'min' ? min : max
  const words = value === 0 ? '0 ACU, may pause' : `${value} ACU`
  return (
    <label className={styles.bound}>
      <span>
        {name} <strong>{words}</strong>
      </span>
      <input
        type="range"
        aria-label={`${name} of the range`}
        aria-valuetext={words}
        min={0}
        max={capacityStops.length - 1}
        step={1}
        value={nearestStop(value)}
        onChange={event => {
          const acu = capacityStops[Number(event.target.value)] ?? value
          rangeStore.setState(rangeWith({ min, max }, { [end]: acu }))
        }}
      />
    </label>
  )
}

interface SelectProps {
  name: string
  value: string
  options: Record<string, string>
  choose(value: string): void
}

function Select({ name, value, options, choose }: SelectProps) {
  return (
    <label>
      {name}{' '}
      <select value={value} onChange={event => choose(event.target.value)}>
        {Object.entries(options).map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
