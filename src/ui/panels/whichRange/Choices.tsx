/** The range, when it may pause, the instance it is held against, and how long clients wait. */
import { RangeSlider } from '../../widgets/RangeSlider.tsx'
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
  const { min, max, connectTimeout, pauseAfter, state } = rangeStore()
  const instance = rangeStore(chosen => chosen.class)
  return (
    <fieldset className={styles.form} disabled={state === 'running'}>
      <legend>The choice</legend>
      <div className={styles.bounds}>
        <RangeSlider
          names={['Minimum of the range', 'Maximum of the range']}
          range={{ min, max }}
          isDisabled={state === 'running'}
          onRange={range => rangeStore.setState(range)}
        />
      </div>
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
