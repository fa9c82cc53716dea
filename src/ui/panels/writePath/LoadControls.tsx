/** The load that both sides get. */
import type { WritePathRequest } from '../../../engine/contract/writePath.ts'
import { formatCount } from '../../../words/formatNumbers.ts'
import { compare } from './compare.ts'
import { loadChoices } from './loadChoices.ts'
import styles from './WritePath.module.css'
import { writePathStore } from './writePathStore.ts'

export function LoadControls() {
  const request = writePathStore(state => state.request)
  return (
    <div className={styles.controls}>
      {loadChoices.map(({ name, legend, counts }) => (
        <fieldset key={name}>
          <legend>{legend}</legend>
          {counts.map(count => (
            <label key={count}>
              <input
                type="radio"
                name={`writePath ${name}`}
                checked={request[name] === count}
                onChange={() => void compare({ [name]: count } as Partial<WritePathRequest>)}
              />
              {formatCount(count)}
            </label>
          ))}
        </fieldset>
      ))}
      <label>
        <input
          type="checkbox"
          checked={request.isDiskDown}
          onChange={event => void compare({ isDiskDown: event.target.checked })}
        />
        A disk of MySQL and a storage node of Aurora are down
      </label>
    </div>
  )
}
