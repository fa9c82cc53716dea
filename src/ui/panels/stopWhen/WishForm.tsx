/** The form: a fact, what its fields must be, which of them, and how far to look. */
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { FactKey } from '../../../engine/contract/facts.ts'
import { engineStore } from '../../store/engineStore.ts'
import { Button } from '../../widgets/Button.tsx'
import { ConditionRow } from './ConditionRow.tsx'
import { factGroups, isHere } from './factGroups.ts'
import { fieldKind } from './fieldKind.ts'
import { Mistake } from './Mistake.tsx'
import { readTime, timeText } from '../../widgets/readTime.ts'
import type { WishPlace, WishRules } from './readWish.ts'
import { startSearch } from './search.ts'
import styles from './StopWhen.module.css'
import { asking, stopWhenStore } from './stopWhenStore.ts'
import { firstWish, type Wish, wishFor, withCondition } from './wish.ts'
import { wishRules } from './wishRules.ts'

function put(wish: Wish): void {
  stopWhenStore.setState({ wish })
}

/**
 * What another cluster was asked for does not fit this one. A limit that has passed is renewed:
 * to the end of the story, and behind it to the last instant there is.
 */
function freshWish(wish: Wish, { at, last }: WishRules): Wish {
  const { frame, playback } = engineStore.getState()
  const fitting = frame !== null && isHere(wish.fact, frame) ? wish : firstWish
  const limit = readTime(fitting.limit)
  if (limit !== null && limit > at && limit <= last) return fitting
  const end = playback?.end ?? 0
  return { ...fitting, limit: timeText(at < end ? end : last) }
}

export function WishForm() {
  const form = useRef<HTMLFormElement>(null)
  const [rules] = useState(wishRules)
  const { wish, search } = stopWhenStore()
  const { problems, refusal } = search.state === 'asking' ? search : asking
  useEffect(() => {
    if (rules !== null) put(freshWish(stopWhenStore.getState().wish, rules))
  }, [rules])
  useEffect(() => {
    if (problems.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [problems])
  if (rules === null) return null
  const mistakeAt = (place: WishPlace) => problems.find(its => its.place === place)?.message ?? null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void startSearch({ ...rules, at: wishRules()?.at ?? rules.at })
  }
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <p>Runs on until this happens, and stays there.</p>
      <FactField fact={wish.fact} onFact={fact => put(wishFor(wish, fact))} />
      <Conditions {...{ wish, rules, mistakeAt }} />
      <div className={styles.pair}>
        <TextField
          name="Which of them"
          note="1 = the next one"
          value={wish.times}
          mistake={mistakeAt('times')}
          onValue={times => put({ ...wish, times })}
        />
        <TextField
          name="Look until"
          note={`at most ${timeText(rules.last)}`}
          value={wish.limit}
          mistake={mistakeAt('limit')}
          onValue={limit => put({ ...wish, limit })}
        />
      </div>
      {refusal !== null && <Mistake id="wish-refusal">{refusal}</Mistake>}
      <div className={styles.acts}>
        <Button look="strong" type="submit">
          Run until then
        </Button>
      </div>
    </form>
  )
}

function FactField({ fact, onFact }: { fact: FactKey; onFact: (fact: FactKey) => void }) {
  const description = engineStore(state => state.description)
  const { frame } = engineStore.getState()
  if (frame === null || description === null) return null
  const groups = factGroups(
    description.facts.map(its => its.fact),
    frame,
  )
  return (
    <label className={styles.field}>
      <span>Stop when</span>
      <select value={fact} onChange={event => onFact(event.target.value as FactKey)}>
        {groups.map(({ label, isHere: isPresent, facts: members }) => (
          <optgroup key={label} label={label} disabled={!isPresent}>
            {members.map(({ fact: key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  )
}

interface ConditionsProps {
  wish: Wish
  rules: WishRules
  mistakeAt: (place: WishPlace) => string | null
}

function Conditions({ wish, rules, mistakeAt }: ConditionsProps) {
  const description = engineStore(state => state.description)
  const all = description?.facts.find(({ fact }) => fact === wish.fact)?.fields ?? []
  const fields = all.filter(field => fieldKind(wish.fact, field) !== null)
  const next = fields.find(field => !wish.conditions.some(its => its.field === field)) ?? fields[0]
  if (next === undefined) return null
  return (
    <fieldset className={styles.conditions} aria-label="Only when">
      {wish.conditions.map((condition, index) => (
        <ConditionRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list
          key={index}
          {...{ wish, index, condition, fields, rules }}
          mistake={mistakeAt(index)}
        />
      ))}
      <Button look="quiet" onClick={() => put(withCondition(wish, next))}>
        {wish.conditions.length === 0 ? 'Only when…' : 'And when…'}
      </Button>
    </fieldset>
  )
}

interface TextFieldProps {
  name: string
  note: string
  value: string
  mistake: string | null
  onValue: (value: string) => void
}

function TextField({ name, note, value, mistake, onValue }: TextFieldProps) {
  const id = `wish-${name.replace(/ /g, '-')}`
  return (
    <label className={styles.field}>
      <span>
        {name} <small>{note}</small>
      </span>
      <input
        value={value}
        autoComplete="off"
        spellCheck={false}
        aria-label={name}
        aria-invalid={mistake !== null || undefined}
        aria-describedby={mistake === null ? undefined : id}
        onChange={event => onValue(event.target.value)}
      />
      {mistake !== null && <Mistake id={id}>{mistake}</Mistake>}
    </label>
  )
}
