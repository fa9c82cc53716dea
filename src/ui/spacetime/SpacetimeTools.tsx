/** What of the window is drawn: its length, lanes, kinds of messages, a group, a transaction. */
import type { MessageKind } from '../../engine/contract/messages.ts'
import type { SpacetimeAnswer } from '../../engine/contract/spacetime.ts'
import { formatTime } from '../../words/formatNumbers.ts'
import { messageWord } from '../../words/messageWords.ts'
import { namePlace } from '../../words/namePlace.ts'
import { Button } from '../widgets/Button.tsx'
import { Popup } from '../widgets/Popup.tsx'
import type { Lane } from './lanesOf.ts'
import { choose, spacetimeChoice, spans, toggled } from './spacetimeChoice.ts'
import styles from './Spacetime.module.css'

interface SpacetimeToolsProps {
  answer: SpacetimeAnswer
  /** All there are, hidden or not. */
  lanes: Lane[]
  groups: number
}

export function SpacetimeTools({ answer, lanes, groups }: SpacetimeToolsProps) {
  const { span, isList } = spacetimeChoice()
  return (
    <div className={styles.tools}>
      <label>
        Window{' '}
        <select value={span} onChange={event => choose({ span: Number(event.target.value) })}>
          {spans.map(each => (
            <option key={each} value={each}>
              {formatTime(each)}
            </option>
          ))}
        </select>
      </label>
      <Popup name="Lanes" label="Lanes" icon="down" look="plain">
        {() => <Lanes lanes={lanes} />}
      </Popup>
      <Popup name="Kinds of messages" label="Messages" icon="down" look="plain">
        {() => <Kinds answer={answer} />}
      </Popup>
      {groups > 1 && <GroupChoice groups={groups} />}
      <TransactionChoice answer={answer} />
      <Button isPressed={isList} onClick={() => choose({ isList: !isList })}>
        As a table
      </Button>
    </div>
  )
}

function Lanes({ lanes }: { lanes: Lane[] }) {
  const { hiddenLanes, folded } = spacetimeChoice()
  const zones = [...new Set(lanes.flatMap(({ zone }) => zone ?? []))]
  return (
    <div className={styles.choices}>
      {zones.map(zone => (
        <Check
          key={zone}
          label={`${namePlace(zone)} as one lane`}
          isOn={folded.includes(zone)}
          onChange={() => choose({ folded: toggled(folded, zone) })}
        />
      ))}
      <hr />
      {lanes.map(({ id }) => (
        <Check
          key={id}
          label={namePlace(id)}
          isOn={!hiddenLanes.includes(id)}
          onChange={() => choose({ hiddenLanes: toggled(hiddenLanes, id) })}
        />
      ))}
    </div>
  )
}

function countKinds({ messages }: SpacetimeAnswer): [MessageKind, number][] {
  const counts = new Map<MessageKind, number>()
  for (const { kind } of messages) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])
}

function Kinds({ answer }: { answer: SpacetimeAnswer }) {
  const hiddenKinds = spacetimeChoice(state => state.hiddenKinds)
  return (
    <div className={styles.choices}>
      {countKinds(answer).map(([kind, count]) => (
        <Check
          key={kind}
          label={`${messageWord(kind)} (${count})`}
          isOn={!hiddenKinds.includes(kind)}
          onChange={() => choose({ hiddenKinds: toggled(hiddenKinds, kind) })}
        />
      ))}
    </div>
  )
}

interface CheckProps {
  label: string
  isOn: boolean
  onChange: () => void
}

function Check({ label, isOn, onChange }: CheckProps) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={isOn} onChange={onChange} />
      {label}
    </label>
  )
}

function GroupChoice({ groups }: { groups: number }) {
  const group = spacetimeChoice(state => state.group)
  return (
    <label>
      Group{' '}
      <select
        value={group ?? ''}
        onChange={({ target: { value } }) => choose({ group: value === '' ? null : Number(value) })}
      >
        <option value="">all</option>
        {Array.from({ length: groups }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: groups are numbered
          <option key={index} value={index}>
            pg{index + 1}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Chosen ones stay to be chosen, wherever the window is. */
function TransactionChoice({ answer }: { answer: SpacetimeAnswer }) {
  const transaction = spacetimeChoice(state => state.transaction)
  const found = new Set(answer.messages.flatMap(({ transactions }) => transactions))
  if (transaction !== null) found.add(transaction)
  if (found.size === 0) return null
  return (
    <label>
      Transaction{' '}
      <select
        value={transaction ?? ''}
        onChange={({ target: { value } }) =>
          choose({ transaction: value === '' ? null : Number(value) })
        }
      >
        <option value="">none</option>
        {[...found]
          .sort((a, b) => a - b)
          .map(each => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
      </select>
    </label>
  )
}
