/** What can be set: four times, which of them varies, a zone that is gone, how much is drawn. */
import { useEffect, useState } from 'react'
import { formatCount } from '../../../words/formatNumbers.ts'
import { formatSpan } from '../../../words/formatOdds.ts'
import styles from './Durability.module.css'
import { durabilityStore } from './durabilityStore.ts'
import { historyCounts } from './historyCounts.ts'
import { ask } from './reckon.ts'
import { type TimeChoice, timeChoices } from './timeStops.ts'

const restMillis = 250

export function Controls() {
  const { along, isZoneGone, isOneAtATime, histories, measure } = durabilityStore()
  return (
    <div className={styles.controls}>
      <div className={styles.sliders}>
        {timeChoices.map(choice => (
          <TimeSlider key={choice.name} {...choice} />
        ))}
      </div>
      <div className={styles.choices}>
        <Choice
          legend="Shown"
          options={[
            ['lost', 'Losses of the read set'],
            ['stalled', 'Time without a write set'],
          ]}
          chosen={measure}
          onChosen={value => durabilityStore.setState({ measure: value })}
        />
        <Choice
          legend="Zones"
          options={[
            ['no', 'Three zones'],
            ['yes', 'One is gone for long'],
          ]}
          chosen={isZoneGone ? 'yes' : 'no'}
          onChosen={value => ask({ isZoneGone: value === 'yes' })}
        />
        <Choice
          legend="Zones fail"
          options={[
            ['one', 'One at a time (as AZ+1)'],
            ['apart', 'Each by itself'],
          ]}
          chosen={isOneAtATime ? 'one' : 'apart'}
          onChosen={value => ask({ isOneAtATime: value === 'one' })}
        />
        <Choice
          legend="To the right"
          options={timeChoices.map(({ name, label }) => [name, label] as const)}
          chosen={along}
          onChosen={value => ask({ along: value })}
        />
        <Choice
          legend="Histories for each dot"
          options={historyCounts.map(count => [String(count), formatCount(count)] as const)}
          chosen={String(histories)}
          onChosen={value => ask({ histories: Number(value) })}
        />
      </div>
    </div>
  )
}

/** The word follows the hand; it is reckoned once the hand rests. */
function TimeSlider({ name, label, isAssumed, stops }: TimeChoice) {
  const set = durabilityStore(({ times }) => times[name])
  const [draft, setDraft] = useState<number | null>(null)
  useEffect(() => {
    if (draft === null) return
    const timer = setTimeout(() => {
      const { times } = durabilityStore.getState()
      ask({ times: { ...times, [name]: draft } })
      setDraft(null)
    }, restMillis)
    return () => clearTimeout(timer)
  }, [draft, name])
  const value = draft ?? set
  return (
    <label className={styles.slider}>
      <span>
        {label} <em>{isAssumed ? 'assumption' : 'published'}</em>
      </span>
      <strong>{formatSpan(value)}</strong>
      <input
        type="range"
        min={0}
        max={stops.length - 1}
        value={Math.max(0, stops.indexOf(value))}
        aria-valuetext={formatSpan(value)}
        onChange={event => setDraft(stops[Number(event.target.value)] ?? value)}
      />
    </label>
  )
}

interface ChoiceProps<Value extends string> {
  legend: string
  options: readonly (readonly [Value, string])[]
  chosen: Value
  onChosen: (value: Value) => void
}

function Choice<Value extends string>({ legend, options, chosen, onChosen }: ChoiceProps<Value>) {
  return (
    <fieldset className={styles.choice}>
      <legend>{legend}</legend>
      {options.map(([value, label]) => (
        <label key={value}>
          <input
            type="radio"
            name={`durability ${legend}`}
            checked={value === chosen}
            onChange={() => onChosen(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
