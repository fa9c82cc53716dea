/**
 * Do anything by its name: a field and what fits it. The combobox with its list is that of cmdk;
 * what fits, and in which order, is ours. The focus stays in the field, so that one may type on.
 */
import { Command } from 'cmdk'
import { type KeyboardEvent, useMemo, useState } from 'react'
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

function run(entry: Entry): void {
  viewStore.setState({ dialog: null })
  entry.run()
}

/** The field has the focus, whether it comes before its dialog is shown or after. */
function takeFocus(field: HTMLInputElement | null): void {
  field?.setAttribute('autofocus', '')
  field?.focus()
}

const pages: Record<string, number> = { PageDown: 8, PageUp: -8 }

export function Palette() {
  const all = useAllEntries()
  const [typed, setTyped] = useState('')
  const [wished, setWished] = useState('')
  const shown = useMemo(() => found(typed, all), [typed, all])
  const place = Math.max(
    0,
    shown.findIndex(({ id }) => id === wished),
  )
  const press = (event: KeyboardEvent) => {
    const page = pages[event.key]
    if (page === undefined) return
    event.preventDefault()
    setWished(shown[Math.max(0, Math.min(shown.length - 1, place + page))]?.id ?? '')
  }
  return (
    <Command
      label="Command, panel, story, fault or instant"
      className={styles.palette}
      value={shown[place]?.id ?? ''}
      onValueChange={setWished}
      shouldFilter={false}
      vimBindings={false}
      loop
      onKeyDown={press}
    >
      <Command.Input
        ref={takeFocus}
        className={styles.field}
        placeholder="Type a few letters, or an instant as 1.5 s"
        value={typed}
        onValueChange={setTyped}
      />
      <Command.List label="Found" className={styles.list}>
        {shown.map(entry => (
          <Option key={entry.id} entry={entry} />
        ))}
        <Command.Empty className={styles.none}>Nothing fits.</Command.Empty>
      </Command.List>
      <p className="unseen" role="status">
        {shown.length === 0 ? 'Nothing fits.' : `${shown.length} found`}
      </p>
    </Command>
  )
}

function Option({ entry }: { entry: Entry }) {
  const { id, name, kind, key } = entry
  return (
    <Command.Item value={id} className={styles.option} onSelect={() => run(entry)}>
      <span>{name}</span>
      <small>{kind}</small>
      {key !== null && <kbd>{key === ' ' ? 'Space' : key}</kbd>}
    </Command.Item>
  )
}
