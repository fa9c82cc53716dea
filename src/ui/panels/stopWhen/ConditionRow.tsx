/** One field of the fact and what it must be: chosen from a list where the list is closed. */
import { Button } from '../../widgets/Button.tsx'
import { fieldKind } from './fieldKind.ts'
import { fieldName } from './fieldName.ts'
import { Mistake } from './Mistake.tsx'
import { optionsOf } from './readValue.ts'
import type { WishRules } from './readWish.ts'
import styles from './StopWhen.module.css'
import { stopWhenStore } from './stopWhenStore.ts'
import { changeCondition, type Condition, type Test, type Wish, withoutCondition } from './wish.ts'

interface ConditionRowProps {
  wish: Wish
  index: number
  condition: Condition
  fields: string[]
  rules: WishRules
  mistake: string | null
}

const tests: Record<Test, string> = { is: 'is', min: 'is at least', max: 'is at most' }

export function ConditionRow(props: ConditionRowProps) {
  const { wish, index, condition, fields, mistake } = props
  const { field, test } = condition
  const kind = fieldKind(wish.fact, field)
  const change = (changed: Partial<Condition>) =>
    stopWhenStore.setState({ wish: changeCondition(wish, index, changed) })
  const remove = () => stopWhenStore.setState({ wish: withoutCondition(wish, index) })
  const isOrdered = kind?.kind === 'number' || kind?.kind === 'time'
  return (
    <div className={styles.condition}>
      <select
        aria-label={`Field ${index + 1}`}
        value={field}
        onChange={event => change({ field: event.target.value, test: 'is', value: '' })}
      >
        {fields.map(each => (
          <option key={each} value={each}>
            {fieldName(each)}
          </option>
        ))}
      </select>
      {isOrdered ? (
        <select
          aria-label={`Test ${index + 1}`}
          value={test}
          onChange={event => change({ test: event.target.value as Test })}
        >
          {Object.entries(tests).map(([each, words]) => (
            <option key={each} value={each}>
              {words}
            </option>
          ))}
        </select>
      ) : (
        <span>is</span>
      )}
      <ValueInput {...props} onValue={value => change({ value })} />
      <Button icon="close" look="quiet" name={`Remove condition ${index + 1}`} onClick={remove} />
      {mistake !== null && <Mistake id={`wish-value-${index}`}>{mistake}</Mistake>}
    </div>
  )
}

function ValueInput(props: ConditionRowProps & { onValue: (value: string) => void }) {
  const { wish, index, condition, rules, mistake, onValue } = props
  const kind = fieldKind(wish.fact, condition.field)
  if (kind === null) return null
  const options = optionsOf(kind, rules)
  const shared = {
    'aria-label': `Value ${index + 1}`,
    'aria-invalid': mistake !== null || undefined,
    'aria-describedby': mistake === null ? undefined : `wish-value-${index}`,
    value: condition.value,
  }
  if (options !== null) {
    return (
      <select {...shared} onChange={event => onValue(event.target.value)}>
        <option value="">choose…</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    )
  }
  const names = kind.kind === 'place' ? rules.places[kind.of] : []
  const example = kind.kind === 'number' ? kind.example : kind.kind === 'time' ? '5ms' : names[0]
  return (
    <>
      <input
        {...shared}
        list={names.length > 0 ? `wish-names-${index}` : undefined}
        placeholder={example === undefined ? undefined : `as ${example}`}
        autoComplete="off"
        spellCheck={false}
        onChange={event => onValue(event.target.value)}
      />
      {names.length > 0 && (
        <datalist id={`wish-names-${index}`}>
          {names.map(name => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </>
  )
}
