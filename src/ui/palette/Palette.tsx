/**
 * Do anything by its name: a field and what fits it, as a combobox with a list. Arrows choose,
 * Enter does it; the focus stays in the field, so that one may type on.
 */
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { engineStore } from '../store/engineStore.ts'
import { viewStore } from '../store/viewStore.ts'
import { entriesOf, instantEntry } from './entries.ts'
import type { Entry } from './entry.ts'
import { fitting } from './fuzzy.ts'
import styles from './Palette.module.css'

/** More would be read by nobody. */
const most = 40

function found(typed: string, all: readonly Entry[]): Entry[] {
  const named = fitting(typed, all, ({ kind, name, also }) => `${name} ${kind} ${also}`)
  return [...instantEntry(typed), ...(typed === '' ? all : named)].slice(0, most)
}

function useAllEntries(): Entry[] {
  const description = engineStore(state => state.description)
  const faults = engineStore(state => state.frame?.faults.length)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only faults change what is offered
  return useMemo(() => entriesOf(engineStore.getState().frame, description), [description, faults])
}

function close(): void {
  viewStore.setState({ dialog: null })
}

function run(entry: Entry | undefined): void {
  if (entry === undefined) return
  close()
  entry.run()
}

/** The field has the focus, whether it comes before its dialog is shown or after. */
function takeFocus(field: HTMLInputElement | null): void {
  field?.setAttribute('autofocus', '')
  field?.focus()
}

export function Palette() {
  const all = useAllEntries()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const id = useId()
  const shown = useMemo(() => found(typed, all), [typed, all])
  const place = Math.min(chosen, shown.length - 1)
  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    const step = steps[event.key]
    if (event.key === 'Enter') run(shown[place])
    else if (step !== undefined) setChosen(wrapped(place + step, shown.length, Math.abs(step) > 1))
    else return
    event.preventDefault()
  }
  return (
    <>
      <input
        ref={takeFocus}
        className={styles.field}
        role="combobox"
        aria-label="Command, panel, story, fault or instant"
        aria-expanded="true"
        aria-controls={`${id}list`}
        aria-activedescendant={shown.length > 0 ? `${id}${place}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder="Type a few letters, or an instant as 1.5 s"
        value={typed}
        onChange={event => {
          setTyped(event.target.value)
          setChosen(0)
        }}
        onKeyDown={press}
      />
      <Options {...{ id, shown, place }} />
      <p className="unseen" role="status">
        {shown.length === 0 ? 'Nothing fits.' : `${shown.length} found`}
      </p>
    </>
  )
}

/** Single steps go round; pages stop at the ends. */
function wrapped(place: number, length: number, isPage: boolean): number {
  if (length === 0) return 0
  if (isPage) return Math.max(0, Math.min(length - 1, place))
  return (place + length) % length
}

interface OptionsProps {
  id: string
  shown: Entry[]
  place: number
}

function Options({ id, shown, place }: OptionsProps) {
  const list = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it moves with the choice
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [place, shown])
  if (shown.length === 0) return <p className={styles.none}>Nothing fits.</p>
  return (
    <div ref={list} id={`${id}list`} role="listbox" aria-label="Found" className={styles.list}>
      {shown.map((entry, index) => (
        <Option key={entry.id} {...{ entry }} id={`${id}${index}`} isChosen={index === place} />
      ))}
    </div>
  )
}

function Option({ entry, id, isChosen }: { entry: Entry; id: string; isChosen: boolean }) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above hears the keys of the list
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      className={styles.option}
      onClick={() => run(entry)}
    >
      <span>{entry.name}</span>
      <small>{entry.kind}</small>
      {entry.key !== null && <kbd>{entry.key === ' ' ? 'Space' : entry.key}</kbd>}
    </div>
  )
}
