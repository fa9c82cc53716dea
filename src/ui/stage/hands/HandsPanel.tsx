/**
 * What a hand does on the stage, said with keys; and faults that can be dragged from here onto
 * their targets.
 */
import { useState } from 'react'
import type { FaultKind } from '../../../engine/contract/faults.ts'
import type { TargetId } from '../../../engine/contract/ids.ts'
import { namePlace } from '../../../words/namePlace.ts'
import { changeByHand, refuseByHand } from '../../store/byHand.ts'
import { engineStore } from '../../store/engineStore.ts'
import { useSteady } from '../../store/useSteady.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Button } from '../../widgets/Button.tsx'
import { deedOf, type Grip, type Letting } from './deedOf.ts'
import styles from './HandsPanel.module.css'

const unmoved: Letting = { over: null, pulled: 0, crossed: [] }

/** What a hand would do, said by keys. */
function act(grip: Grip, letting: Partial<Letting>): void {
  const { frame, description } = engineStore.getState()
  if (frame === null || description === null) return
  const deed = deedOf(grip, { ...unmoved, ...letting }, { frame, description })
  if ('refusal' in deed) refuseByHand(deed.refusal)
  else void changeByHand(deed.commands, deed.words)
}

export function HandsPanel() {
  const isLocked = viewStore(state => state.isLocked)
  return (
    <div className={styles.hands}>
      {isLocked && <p className={styles.note}>The stage is locked: unlock it to change it.</p>}
      <p className={styles.note}>
        On the stage itself, whether this is open or not: drag an application onto an instance; a
        copy, the farther the slower; a stroke across links, to cut them. A finger rests a moment
        first. Each deed begins a branch; Ctrl Z or ⌘ Z takes it back.
      </p>
      <Faults isLocked={isLocked} />
      <Send isLocked={isLocked} />
      <Slow isLocked={isLocked} />
      <Cut isLocked={isLocked} />
    </div>
  )
}

interface ChoiceProps {
  label: string
  value: string
  options: readonly string[]
  onValue: (value: string) => void
  nameOf?: (option: string) => string
}

function Choice({ label, value, options, onValue, nameOf = namePlace }: ChoiceProps) {
  return (
    <label className={styles.choice}>
      <span>{label}</span>
      <select value={value} onChange={event => onValue(event.target.value)}>
        {options.map(option => (
          <option key={option} value={option}>
            {nameOf(option)}
          </option>
        ))}
      </select>
    </label>
  )
}

const none: string[] = []

function useNames(of: 'applications' | 'instances' | 'nodes' | 'zones'): string[] {
  const names = engineStore(({ frame }) => frame?.[of].map(({ id }) => id).join(' ') ?? '')
  return useSteady(names === '' ? none : names.split(' '))
}

/** What is chosen, or the first while that is not there any more. */
function usePick(options: readonly string[], first = 0) {
  const [chosen, choose] = useState<string | null>(null)
  const value = options.find(its => its === chosen) ?? options[first] ?? options[0] ?? ''
  return [value, choose] as const
}

interface PartProps {
  isLocked: boolean
}

function Faults({ isLocked }: PartProps) {
  const kinds = engineStore(({ description }) => description?.faults)
  const there = kinds?.filter(({ targets }) => targets.length > 0) ?? []
  const [fault, choose] = usePick(there.map(its => its.fault))
  const kind = there.find(its => its.fault === fault)
  const [target, aim] = usePick(kind?.targets ?? none)
  const titleOf = (name: string) => there.find(its => its.fault === name)?.title ?? name
  return (
    <section aria-label="A fault on its target">
      <h3>Drag a fault onto its target</h3>
      <ul className={styles.tray}>
        {there.map(({ fault: name, title }) => (
          <li
            key={name}
            data-grip={isLocked ? undefined : name}
            data-locked={isLocked || undefined}
          >
            <span aria-hidden="true">⠿</span> {title}
          </li>
        ))}
      </ul>
      <div className={styles.row}>
        <Choice
          label="Fault"
          value={fault}
          options={there.map(its => its.fault)}
          onValue={choose}
          nameOf={titleOf}
        />
        <Choice label="on" value={target} options={kind?.targets ?? none} onValue={aim} />
        <Button
          disabled={isLocked}
          onClick={() => act({ holds: 'fault', fault: fault as FaultKind }, { over: target })}
        >
          Drop it
        </Button>
      </div>
    </section>
  )
}

function Send({ isLocked }: PartProps) {
  const applications = useNames('applications')
  const instances = useNames('instances')
  const [id, choose] = usePick(applications)
  const [over, aim] = usePick(instances, 1)
  return (
    <section aria-label="An application to another instance">
      <h3>Send an application elsewhere</h3>
      <div className={styles.row}>
        <Choice label="Application" value={id} options={applications} onValue={choose} />
        <Choice label="to" value={over} options={instances} onValue={aim} />
        <Button disabled={isLocked} onClick={() => act({ holds: 'application', id }, { over })}>
          Send it
        </Button>
      </div>
    </section>
  )
}

const factors = ['2', '5', '10', '30', '100']

function Slow({ isLocked }: PartProps) {
  const nodes = useNames('nodes')
  const [id, choose] = usePick(nodes)
  const [factor, aim] = usePick(factors, 1)
  return (
    <section aria-label="A slow node">
      <h3>Make a node slow</h3>
      <div className={styles.row}>
        <Choice label="Node" value={id} options={nodes} onValue={choose} />
        <Choice
          label="by"
          value={factor}
          options={factors}
          onValue={aim}
          nameOf={times => `${times} times`}
        />
        <Button
          disabled={isLocked}
          onClick={() => act({ holds: 'node', id }, { pulled: Number(factor) * 10 })}
        >
          Slow it
        </Button>
      </div>
    </section>
  )
}

function Cut({ isLocked }: PartProps) {
  const zones = useNames('zones')
  const instances = useNames('instances')
  const nodes = useNames('nodes')
  const sides = [...zones, ...instances, ...nodes]
  const [one, choose] = usePick(sides)
  const [other, aim] = usePick(sides, 1)
  const link: TargetId = `${one}<>${other}`
  return (
    <section aria-label="A partition">
      <h3>Cut one side from the other</h3>
      <div className={styles.row}>
        <Choice label="One side" value={one} options={sides} onValue={choose} />
        <Choice label="and" value={other} options={sides} onValue={aim} />
        <Button disabled={isLocked} onClick={() => act({ holds: 'stroke' }, { crossed: [link] })}>
          Cut them
        </Button>
      </div>
    </section>
  )
}
